import Archive
import Ballot

/// That the keys are sealed and nothing has opened them: until somebody types, nothing can be signed.
struct KeyLock: Equatable, Sendable {
  let ways: [KeyWay]
  /// Why the TPM did not open them, where it should have.
  let fault: Sentence?
}

extension KeyLock {
  /// How the keys of a box are locked; nil while they are open, or not protected at all.
  init?(_ home: Home) {
    guard let status = try? home.vault.status() else { return nil }
    do {
      _ = try home.openVault()
      return nil
    } catch KeyProtectionError.locked {
      fault = nil
    } catch let error as TPMError {
      fault = .lockedTPM(error)
    } catch {
      fault = Failure(error).sentence
    }
    ways = status.ways
  }
}

extension Complaint {
  /// Whether something was refused because the keys are locked.
  var isOfLockedKeys: Bool {
    ["keysLocked", "tpmOther", "tpmUnreachable", "tpmRefused", "tpmLibraryMissing"].contains(code)
  }
}
