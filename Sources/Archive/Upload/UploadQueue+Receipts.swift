extension UploadQueue {
  /// Takes in a receipt, however it came; nil when it is an answer that was dealt with before.
  ///
  /// - Parameters:
  ///   - bytes: The receipt as it came.
  ///   - entry: The bundle that it should be about.
  ///   - receivers: The keys of the receivers whose receipts count.
  /// - Returns: The bundle as the queue has it now.
  /// - Throws: `UploadFault.receiptMalformed` or `.receiptUnproven`; `StoreError` or `FileFault` of this box.
  package func take(_ bytes: [UInt8], for entry: UploadEntry, receivers: [NoteKey]) throws -> UploadEntry? {
    guard let receipt = try? Receipt(parsing: bytes) else { throw UploadFault.receiptMalformed }
    let checked: CheckedReceipt
    do throws(ReceiptFault) {
      checked = try receipt.checked(
        by: receivers, for: entry.bundle, object: entry.object, of: entry.name)
    } catch {
      throw UploadFault.receiptUnproven(error)
    }
    var entry = entry
    guard receipt.inclusion.index > entry.answered else { return nil }
    entry.answered = receipt.inclusion.index
    entry.state = state(after: checked.statement)
    (entry.attempts, entry.retryAt, entry.trouble, entry.multipart) = (0, 0, nil, nil)
    if entry.isSettled { try keep(receipt, of: entry) }
    try update(entry)
    return entry
  }

  private func state(after statement: ReceiptStatement) -> UploadEntry.State {
    switch statement.verdict {
    case .accepted: .receipted
    case .rejected: statement.asksAgain ? .sealed : .rejected
    }
  }

  /// Records that a step failed and when to try again.
  package func postpone(
    _ entry: UploadEntry, because fault: UploadFault, at now: Int,
    using dice: inout some RandomNumberGenerator
  ) throws -> UploadEntry {
    // What the step reached before it failed is in the database, not in the caller's copy.
    var entry = try entries().first { $0.bundle == entry.bundle } ?? entry
    entry.attempts += 1
    entry.retryAt = now + Backoff.wait(after: entry.attempts, using: &dice)
    entry.trouble = fault.trouble
    try update(entry)
    return entry
  }
}
