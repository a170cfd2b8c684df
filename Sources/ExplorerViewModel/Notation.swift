// The explorer shows layers and their numbers, so importing this module imports those, too.
@_exported import LayerNotation
