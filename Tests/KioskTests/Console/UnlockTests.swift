import Foundation
import Stand
import Terminal
import Testing

@testable import Archive
@testable import Ballot
@testable import Kiosk

@Suite("Locked keys at the console")
struct UnlockTests {
  private let size = Size(columns: 80, rows: 24)

  private func locked() throws -> Briefing {
    var briefing = try ConsoleHistory().briefing
    briefing.keyLock = KeyLock(ways: [.recovery, .passphrase], fault: nil)
    return briefing
  }

  /// A console whose keys turn out to be locked.
  private func console(at place: Place = .home) throws -> Console {
    var console = Console(try ConsoleHistory().briefing, at: place)
    _ = console.begin()
    _ = console.take(try locked())
    return console
  }

  // MARK: When it is asked

  @Test("It is asked at the start, once; Esc puts it off, F4 asks again")
  func atStart() throws {
    var console = try console()
    #expect(console.current is UnlockScreen)
    #expect(console.handle(.escape) == nil)
    #expect(console.current is HomeScreen)
    _ = console.take(try locked())
    #expect(console.current is HomeScreen)
    #expect(console.draw(size, Look(.zh)).text.contains("密钥 ✗"))
    _ = console.handle(.function(4))
    #expect(console.current is UnlockScreen)
    // Without a lock the key means nothing.
    var open = Console(try ConsoleHistory().briefing)
    _ = open.handle(.function(4))
    #expect(open.notice?.text == .unknownKey)
  }

  @Test("Nobody is asked in the middle of a form; back at the steps it is")
  func notInTheMiddle() throws {
    var console = try console(at: .form(.reissue))
    #expect(console.current is FormScreen)
    _ = console.handle(.escape)
    _ = console.take(try locked())
    #expect(console.current is UnlockScreen)
  }

  static let reasons: [Failure] = [
    Failure(KeyProtectionError.locked), Failure(TPMError.otherTPM), Failure(TPMError.libraryMissing),
    Failure(TPMError.unreachable(place: "device:/dev/tpmrm0", code: 5)),
    Failure(TPMError.refused(call: "Esys_Load", code: 5)),
  ]

  @Test("Where a signature is refused for it, it is asked, and the step is as it was left", arguments: 0..<5)
  func whenNeeded(reason: Int) throws {
    var console = Console(try ConsoleHistory().briefing, at: .form(.seal))
    _ = console.begin()
    _ = console.handle(.enter)
    _ = console.handle(.character("y"))
    _ = console.hear(.refused(Complaint(UnlockTests.reasons[reason])))
    #expect(console.current is UnlockScreen)
    for key in "abc" { _ = console.handle(.character(key)) }
    let effect = console.handle(.enter)
    #expect(effect == .start(.openKeys(try RecoverySecret(typed: "abc"))))
    _ = console.hear(.keysOpened(.passphrase))
    let form = try #require(console.current as? FormScreen)
    #expect(form.stand == .filling)
    #expect(console.notice?.text == .keysOpened(.passphrase))
  }

  @Test("Another refusal asks for nothing")
  func otherRefusal() throws {
    var console = Console(try ConsoleHistory().briefing, at: .form(.seal))
    _ = console.hear(.refused(Complaint(.diskFull)))
    #expect(console.current is FormScreen)
  }

  @Test("Where staff is enrolled the login comes first, then the keys are asked for")
  func afterLogin() throws {
    var briefing = try locked()
    briefing.staff = try ConsoleHistory.staff()
    var console = Console(briefing)
    _ = console.take(briefing)
    #expect(!console.draw(size, Look(.zh)).text.contains("恢复码"))
    _ = console.hear(.loggedIn(StaffID(rawValue: 1)))
    _ = console.take(briefing)
    #expect(console.current is UnlockScreen && !console.isLocked)
  }

  // MARK: What is typed

  @Test(
    "Nothing that is typed is shown, and it is forgotten as soon as it is tried", arguments: Language.allCases
  )
  func notShown(language: Language) throws {
    var console = try console()
    let typed = "zq7-Xk9"
    for key in typed { _ = console.handle(.character(key)) }
    let shown = console.draw(size, Look(language)).text
    #expect(shown.contains(String(repeating: "*", count: typed.count)))
    #expect(!shown.contains("zq7") && !shown.contains("Xk9"))
    _ = console.handle(.enter)
    #expect(try #require(console.current as? UnlockScreen).secret.isEmpty)
    // While it is tried no key makes another.
    #expect(console.handle(.character("a")) == nil && console.handle(.enter) == nil)
  }

  @Test("A mistyped group of the code is named and is no wrong try; a whole code is taken")
  func recoveryCode() throws {
    var screen = UnlockScreen()
    let briefing = try locked()
    let code = try RecoverySecret.newCode()
    var wrong = Array(code)
    // The digit that checks the third group: another one never fits.
    wrong[16] = wrong[16] == "0" ? "1" : "0"
    _ = screen.handle(.paste(String(wrong)), briefing)
    #expect(screen.handle(.enter, briefing) == .none)
    #expect(screen.complaint?.zh.contains("第 3 组") == true)
    let typed = code.lowercased().replacing("-", with: " ")
    _ = screen.handle(.paste(typed), briefing)
    #expect(screen.handle(.enter, briefing) == .start(.openKeys(try RecoverySecret(typed: typed))))
    _ = screen.hear(.keysRefused(Complaint(.keysWaiting(seconds: 30))), briefing)
    #expect(screen.complaint == Failure.keysWaiting(seconds: 30).sentence && !screen.isChecking)
  }

  @Test(
    "What was typed does not wait behind a lock, of the screen or of the person", arguments: [false, true])
  func locks(staff: Bool) throws {
    var briefing = try locked()
    if staff { briefing.staff = try ConsoleHistory.staff() }
    var console = Console(briefing)
    if staff { _ = console.hear(.loggedIn(StaffID(rawValue: 1))) }
    _ = console.take(briefing)
    for key in "abc" { _ = console.handle(.character(key)) }
    _ = console.handle(.function(12))
    #expect(console.isLocked)
    #expect(try #require(console.current as? UnlockScreen).secret.isEmpty)
  }

  @Test("Nothing is not tried")
  func nothing() throws {
    var screen = UnlockScreen()
    #expect(screen.handle(.enter, try locked()) == .say(Notice(.secretMissing, .bad)))
  }

  // MARK: What it looks like

  @Test("How it looks, with and without a TPM that failed", arguments: Language.allCases)
  func looks(language: Language) throws {
    var console = try console()
    var briefing = try locked()
    for key in "12345" { _ = console.handle(.character(key)) }
    try Snapshot.expect(console.draw(size, Look(language)).text, "unlock-\(language.rawValue)")
    briefing.keyLock = KeyLock(ways: [.recovery, .tpm], fault: .lockedTPM(.otherTPM))
    _ = console.take(briefing)
    _ = console.hear(.keysRefused(Complaint(.keysNotOpened(wait: 30))))
    try Snapshot.expect(console.draw(size, Look(language)).text, "unlock-tpm-\(language.rawValue)")
  }
}

@Suite(
  "Locked keys at a real terminal", .serialized,
  .enabled(if: Tool.kiosk != nil && Tool("tmux") != nil, "needs the program kiosk beside the tests, and tmux")
)
struct UnlockTerminalTests {
  private let box: TestBox
  private let code: String

  init() async throws {
    box = try await TestBox.at(.created)
    code = try RecoverySecret.newCode()
    try box.write(code + "\n", "code")
    try box.write("deep valley 7\n", "passphrase")
  }

  private func start(until text: String) throws -> Tmux {
    let kiosk = try #require(Tool.kiosk)
    let terminal = try #require(try Tmux(in: box.folder))
    try terminal.run(
      "env KIOSK_HOME='\(box.home.path)' KIOSK_CAMERA='\(box.folder.path)' LANG=C.UTF-8 '\(kiosk.path)'")
    try terminal.wait(for: text)
    return terminal
  }

  private func tries() throws -> [Event] {
    try box.open().journal.lines().map { try Record(line: $0).event }.filter { $0.kind == .keyTried }
  }

  @Test(
    "Wrong tries are told and slow down, the passphrase opens, and the box signs until it is locked again")
  func passphrase() async throws {
    try await box.must(
      "key", "protect", "--recovery-file", box.file("code"), "--passphrase-file", box.file("passphrase"))
    try await box.must("key", "lock")
    let terminal = try start(until: "密钥锁着")
    try terminal.type("deep river 7")
    #expect(try !terminal.screen().contains("river"))
    try terminal.keys("Enter")
    try terminal.wait(for: "口令或恢复码不对")
    try terminal.type("deep valley 7")
    try terminal.keys("Enter")
    try terminal.wait(for: "✓ 密钥已打开")
    #expect(try !terminal.screen().contains("密钥 ✗"))
    #expect(try tries() == [.keyTried(KeyTried(.wrong)), .keyTried(KeyTried(.opened, way: .passphrase))])
    #expect(await box.run("journal", "checkpoint").status == 0)
  }

  @Test("Put off at the start, it is asked where something has to be signed; the code from the paper opens")
  func whenNeeded() async throws {
    try await box.must("roll", "import", box.file("roll.xlsx"))
    try await box.must("roll", "freeze")
    try await box.must("key", "protect", "--recovery-file", box.file("code"))
    try await box.must("key", "lock")
    let terminal = try start(until: "密钥锁着")
    try terminal.keys("Escape")
    try terminal.wait(for: "▶ 印选民证")
    try terminal.keys("Enter")
    try terminal.wait(for: "── 印选民证")
    try terminal.keys("Enter", "Right", "Enter")
    try terminal.wait(for: "── 打开密钥")
    try terminal.type(code.lowercased().replacing("-", with: ""))
    try terminal.keys("Enter")
    try terminal.wait(for: "恢复码已经见光")
    try terminal.keys("Enter")
    try terminal.wait(for: "✓ 已办好")
    #expect(try box.open().election().cardsPrinted.count == 1)
  }

  @Test(
    "A TPM that was cleared is named at the start, and the code opens",
    .enabled(if: SoftwareTPM.isInstalled, "swtpm and tpm2-tools are not installed"))
  func clearedTPM() async throws {
    let tpm = try SoftwareTPM()
    try await box.must(
      "key", "protect", "--recovery-file", box.file("code"), "--tpm", "--tpm-place", tpm.place)
    try await box.must("journal", "checkpoint")
    try tpm.clear()
    let terminal = try start(until: "密钥锁着")
    try terminal.wait(for: "安全芯片打不开密钥")
    try terminal.type(code)
    try terminal.keys("Enter")
    try terminal.wait(for: "恢复码已经见光")
    #expect(try tries() == [.keyTried(KeyTried(.opened, way: .recovery))])
  }
}
