// What the explorer shows are layers and their numbers: whoever imports this module has those, too.
@_exported import LayerNotation
