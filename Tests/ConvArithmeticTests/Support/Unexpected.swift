/// What ends a test that cannot go on.
struct Unexpected: Error {}
