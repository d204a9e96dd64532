import Ballot

extension Place {
  /// The screen of this place as it opens.
  func screen(_ briefing: Briefing) -> any Screen {
    switch self {
    case .home: HomeScreen()
    case .form(.anomalyAccept): DecisionScreen()
    case .request(let number): RequestScreen(number)
    case .form(let id): FormScreen(Form.make(id, briefing))
    case .rollImport: RollScreen()
    case .refusedRows(let file, let mappings): FormScreen(Form.refusedRows(file, mappings))
    case .unlock: UnlockScreen()
    case .plan: PlanScreen(year: briefing.now.day.year)
    case .checkIn: CheckInScreen()
    case .rollSearch: RollSearchScreen()
    case .count: CountScreen()
    case .recount: RecountScreen()
    case .secondReading: CountScreen(pass: .second)
    case .identities: IdentitiesScreen()
    case .stages: StagesScreen()
    case .more: MenuScreen()
    case .paper(let kind): PaperScreen(kind)
    }
  }
}
