/// What the keys go to.
package enum Mode: Equatable, Sendable {
  case browse
  /// A line is being typed in answer to a question.
  case asking(LineQuestion, TextEntry)
  case help
  /// A list is open; the palette is one, too.
  case choosing(Chooser)
}

/// Everything that the screen shows follows from this value.
package struct ExplorerState: Equatable, Sendable {
  package var size: ScreenSize
  package let capabilities: Capabilities

  /// What is explored; replaced through ``change(to:)``, so that it can be undone.
  package internal(set) var subject: LayerCase {
    didSet {
      if case .success = outcome { lastValid = oldValue }
      found = Self.find(of: subject)
      solve()
    }
  }
  @Boxed private var lastValid: LayerCase?
  private var found: Derived<(outcome: Result<ForwardPass, Refusal>, trace: LayerTrace?)>
  /// The network that the layer belongs to, if any.
  @Boxed package internal(set) var network: OpenNetwork? {
    didSet { if network?.sheet != oldValue?.sheet { listing.follow(network) } }
  }
  /// In which order the stages of a network or of a model are listed, and which of them.
  package internal(set) var listing = StageListing()
  /// Whether its list of modules led to the room of the layer, so that Esc leads back there.
  var cameFromModules = false
  /// The cell of the selected module that is traced through the network.
  package internal(set) var networkCell = 0
  /// What `r` goes back to.
  @Boxed var first: Document
  var history = History<Document>()
  /// The output_padding of a transposed layer that was turned into a convolution, which has none;
  /// turning back takes it again.
  var laidAside: Spatial<Int>?
  /// What the last change of the layer changed, shown until the next one.
  var lastChange: Difference?

  package internal(set) var view = View.overview {
    didSet { solve() }
  }
  @Boxed package internal(set) var mode = Mode.browse
  package internal(set) var message: Message?
  package internal(set) var scope = AxisScope.all
  package internal(set) var row = Hyperparameter.kernelSize
  package internal(set) var heatStyle: HeatStyle
  package internal(set) var theme: Theme
  /// What suits the terminal, or was chosen in an earlier session; a line without a theme means it.
  package var usualTheme = Theme.dark
  package internal(set) var chosenTheme: Theme?
  /// Whether the map is shown one to one instead of as a whole, or the other way round.
  package internal(set) var isZoomed = false
  package internal(set) var focus = Focus.knobs
  /// Whether the picture is shown alone, as large as it goes.
  package internal(set) var isPresenting = false
  /// The page that each room showed last.
  var pages: [Room: View] = [:]
  /// What is chosen in each view that has something to choose, such as the tool whose count is
  /// explained; read through ``choice``.
  var choices: [View: Int] = [:]
  /// The cell under the cursor, the same in every room.
  package internal(set) var cellCursor = CellCursor()
  package internal(set) var player = StepPlayer()
  /// The first line shown of a long text.
  var scroll = 0
  /// Whether the key that is being answered has chosen something, which must be in sight then.
  var wantsChoiceInSight = false
  package internal(set) var solver = SolverState() {
    didSet { solve() }
  }
  /// The advice of the present layer, kept for its page; `nil` elsewhere.
  private(set) var keptAdvice = Derived<[Advice]?>(nil)
  private var derivedSolution = Derived<SolverResult?>(nil)
  private var keptNetworkAdvice = Kept<NetworkSheet, [NetworkAdvice]>()
  private var keptFits = Kept<NetworkFits.Cause, NetworkFits>()
  private var derivedTotals = Derived<ModelTotals?>(nil)
  /// Samples of the input per second, for a single axis, if given.
  package internal(set) var rate: Int? {
    didSet { solve() }
  }
  package var budget = Budget()
  @Boxed package internal(set) var comparison = ComparisonState()
  @Boxed package internal(set) var sweep = SweepState()
  @Boxed package internal(set) var model: Model?
  /// How many models have been opened.
  var models = 0
  /// The lines of the palette, the last one at the end.
  var formerLines: [String] = []
  /// What was kept under names, as it was read last.
  var snapshots: [Snapshot] = []
  /// The name of the one that is opened as soon as they have been read.
  var wantedSnapshot: String?
  /// The question that hides the result, or that has just been answered.
  @Boxed package internal(set) var prediction: Prediction?
  package internal(set) var series: ExerciseSeries
  @Boxed package internal(set) var lesson: LessonProgress?
  /// The lessons of a teacher; without any there are the built-in ones.
  package var ownLessons: [Lesson] = []
  /// What the screen of a lesson needs no room for.
  package internal(set) var hidden = Hidden()
  /// Whether the overview names the key that makes an overlap even; a lesson may ask for just that.
  var hintsAtAdvice = true
  /// Which lessons are done, and where the last one was left.
  package var lessonRecord = LessonRecord()

  package init(
    _ subject: LayerCase = Preset.start.subject, size: ScreenSize, capabilities: Capabilities,
    theme: Theme = .dark, seed: UInt64 = 1
  ) {
    self.subject = subject
    found = Self.find(of: subject)
    self.size = size
    self.capabilities = capabilities
    self.theme = theme
    series = ExerciseSeries(seed: seed)
    first = Document(subject: subject)
    heatStyle = capabilities.colors >= 8 ? .color : .ramp
  }

  package var isMapFocused: Bool {
    focus == .picture && (view == .map || view == .overview) && pass != nil
  }

  /// The layer applied to its input, or why that cannot be; kept, since every panel asks for it.
  package var outcome: Result<ForwardPass, Refusal> { found.value.outcome }

  /// The layer applied to its input; `nil` for a layer that is refused.
  package var pass: ForwardPass? { try? outcome.get() }

  /// The links of the layer; `nil` for a layer that is refused.
  package var trace: LayerTrace? { found.value.trace }

  private static func find(
    of subject: LayerCase
  ) -> Derived<(outcome: Result<ForwardPass, Refusal>, trace: LayerTrace?)> {
    let outcome = subject.outcome
    return Derived((outcome, (try? outcome.get()).flatMap(LayerTrace.init)))
  }

  var spelling: Spelling { capabilities.spelling }

  /// The same with nothing selected, typed or said, for what shows none of it; without a history,
  /// which would have to be copied at the next change while this one is kept.
  var unselected: ExplorerState {
    var state = self
    (state.row, state.scope, state.mode, state.message) = (.kernelSize, .all, .browse, nil)
    state.history = History()
    return state
  }

  /// The axes that the keys change.
  var scopeAxes: [Axis] { scope.among(subject.layer.axes) }

  /// The last valid layer, whose map stays on the screen while the present one is refused.
  var former: LayerCase? {
    get { if case .failure = outcome { lastValid } else { nil } }
    set { lastValid = newValue }
  }

  /// What the solver answers, kept for its view; `nil` elsewhere, and where the goal needs an
  /// output that the layer does not have.
  var solution: SolverResult? { derivedSolution.value }

  /// What makes the overlap of the network even, kept for its page; empty elsewhere.
  var networkAdvice: [NetworkAdvice] { keptNetworkAdvice.value ?? [] }

  /// What fits the network, kept for its page; `nil` elsewhere.
  var networkFits: NetworkFits? { keptFits.value }

  /// What counters print for the whole, kept for its page; `nil` elsewhere.
  var totals: ModelTotals? { derivedTotals.value }

  /// Takes over what was found of the same network, so that it is not found again.
  mutating func keepFindings(of other: ExplorerState) {
    (keptNetworkAdvice, keptFits) = (other.keptNetworkAdvice, other.keptFits)
  }

  private mutating func solve() {
    let sheet = network?.sheet
    keptNetworkAdvice.follow(view == .evenness ? sheet : nil, \.advice)
    let fits = sheet.map { NetworkFits.Cause(sheet: $0, rate: rate) }
    keptFits.follow(view == .fits ? fits : nil, NetworkFits.init)
    derivedTotals = Derived(view == .totals ? ModelTotals(self) : nil)
    keptAdvice = Derived(view == .verdict ? pass.map(Advice.offered) : nil)
    derivedSolution = Derived(
      view == .solver ? SolverResult(solver, subject, outcome, capabilities.spelling) : nil)
  }

  /// The cell of a map that is under the cursor, or is tied to the one that is.
  package func cursorCell(in map: OverlapMap) -> Spatial<Int> {
    let cell = trace.map { cellCursor.cell(of: $0.plane, in: $0) } ?? cellCursor.place
    return cell.onAxes(map.size.count).with(map.size) { min(max(0, $0), $1 - 1) }
  }
}
