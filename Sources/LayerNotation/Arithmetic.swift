// Every text here is about layers and their numbers: whoever imports this module has those, too.
@_exported import ConvArithmetic
