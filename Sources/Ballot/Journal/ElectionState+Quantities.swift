extension ElectionState {
  /// The quantities of the day, added up from the records.
  package var quantities: Quantities {
    var quantities = Quantities()
    quantities.roll = frozen?.voters ?? 0
    quantities.printed = printRuns.reduce(0) { $0 + $1.copies }
    quantities.issuedSelf = issues.values.count { $0.manner == .inPerson }
    quantities.issuedAgent = issues.values.count { $0.manner == .agent }
    quantities.issuedMobile = issues.values.count { $0.manner == .mobile }
    quantities.spoiled = spoiled
    quantities.unused = closed?.unused ?? 0
    quantities.boxes = countOpened?.boxes ?? []
    quantities.stationLedgers = Dictionary(grouping: issues.values, by: \.desk).sorted { $0.key < $1.key }
      .map(\.value.count)
    quantities.cardsUsed = issues.values.count { $0.manner != .agent }
    quantities.certificatesUsed = quantities.issuedAgent
    quantities.principalsOfBusiestAgent = proxies.principalsOfBusiestAgent
    if plan.kind.isOwnersVote { quantities.issuedSelf = ledgers.slips.count }
    return quantities
  }
}
