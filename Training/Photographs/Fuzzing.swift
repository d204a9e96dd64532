#if FUZZING
  import Ballot
  import Foundation
  import Scanner

  /// Gives damaged pictures to both readers for as long as libFuzzer likes; `make fuzz` builds it.
  ///
  ///     photographs fuzz CORPUS -max_total_time=60 …     options of libFuzzer
  enum Fuzzing {
    private nonisolated(unsafe) static var readers: (ballots: BallotReader, codes: CodeReader)?

    static func run(_ ballots: Ballots) {
      guard let reader = BallotReader(pages: ballots.pages) else { return }
      unsafe readers = (reader, CodeReader())
      // libFuzzer is not to see the word that led here.
      var words =
        ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2))
        .map { unsafe strdup($0) } + [nil]
      var count = CInt(words.count - 1)
      unsafe words.withUnsafeMutableBufferPointer { buffer in
        var start = buffer.baseAddress
        _ = unsafe runDriver(&count, &start) { bytes, size in
          guard let bytes = unsafe bytes else { return 0 }
          Fuzzing.read([UInt8](unsafe UnsafeBufferPointer(start: bytes, count: size)))
          return 0
        }
      }
    }

    /// Whatever the bytes are, a reading is whole or refused, and the codes are texts.
    private static func read(_ bytes: [UInt8]) {
      guard let readers = unsafe readers else { return }
      if case .read(let sheet) = readers.ballots.read(bytes) { precondition(!sheet.lines.isEmpty) }
      if let explanation = try? readers.ballots.explain(bytes) {
        _ = try? ExplanationStrip(explanation).png(of: bytes)
        _ = try? Overlay(explanation.reading).jpeg(over: bytes)
      }
      _ = try? readers.codes.codes(decoding: bytes)
    }
  }

  private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// libFuzzer's loop (compiler-rt/include/fuzzer/FuzzerInterface.h).
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<Words?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt
#endif
