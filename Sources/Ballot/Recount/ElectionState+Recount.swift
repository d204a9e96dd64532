extension ElectionState {
  /// The recount that is going on.
  package var openRecount: Recount? { recounts.last.flatMap { $0.isOpen ? $0 : nil } }

  func openRecount(_ facts: RecountOpened) throws(Refusal) -> [Event] {
    try checkCounting()
    if let open = openRecount { throw .recountRefused(.openAlready(open.number)) }
    guard sheets > 0 else { throw .recountRefused(.nothingRead) }
    return [.recountOpened(RecountOpened(number: recounts.count + 1, witnesses: facts.witnesses))]
  }

  func closeRecount(_ facts: RecountClosed, _ needed: Int) throws(Refusal) -> [Event] {
    try checkCounting()
    guard openRecount?.number == facts.number else { throw .recountRefused(.notOpen) }
    let signers = Set(facts.signers).count
    guard signers >= needed else { throw .tooFewSigners(have: signers, need: needed) }
    return [.recountClosed(facts)]
  }

  func checkRecountEnded() throws(Refusal) {
    if let open = openRecount { throw .recountRefused(.stillOpen(open.number)) }
  }
}
