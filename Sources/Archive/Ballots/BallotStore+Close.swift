import Foundation
import GRDB

extension BallotStore {
  /// Takes the order of reading out of the files: everything is rewritten in the order of the random ids.
  ///
  /// To be called when counting has closed; it may be called again after a recount. A power cut in the middle loses
  /// nothing, and a further call finishes the work.
  package func closeCount() throws {
    try writing { _ in try scans.rewrite() }
    try StoreFormat.translating(path) { try database.vacuum() }
    // The rollback journal holds pages as they were before, in the order in which they changed. No other process
    // can be using it while this one has the lock, and without a change of its own this one does not either.
    try writing { _ in try FileSystem.zero(path + "-journal") }
  }
}
