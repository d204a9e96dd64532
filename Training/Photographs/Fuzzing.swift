#if FUZZING
  import Ballot
  import Scanner

  /// Both readers, for pictures that libFuzzer has damaged; `make fuzz` builds and runs it.
  enum Fuzzing {
    private static let ballots = (try? Ballots()).flatMap { BallotReader(pages: $0.pages) }

    /// Whatever the bytes are, a reading is whole or refused, and nothing else happens.
    static func read(_ bytes: [UInt8]) {
      guard let ballots else { preconditionFailure("the ballots cannot be drawn here") }
      if case .read(let sheet) = ballots.read(bytes) { precondition(!sheet.lines.isEmpty) }
      if let explanation = try? ballots.explain(bytes) {
        _ = try? ExplanationStrip(explanation).png(of: bytes)
        _ = try? Overlay(explanation.reading).jpeg(over: bytes)
      }
      _ = try? CodeReader().codes(decoding: bytes)
    }
  }

  /// What libFuzzer calls (compiler-rt/include/fuzzer/FuzzerInterface.h).
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    unsafe Fuzzing.read([UInt8](UnsafeBufferPointer(start: bytes, count: size)))
    return 0
  }
#endif
