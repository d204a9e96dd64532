import Foundation

/// An authority, a server's certificate by it, one that has expired, and another authority; made by openssl.
package struct TestCertificates: Sendable {
  /// PEM files.
  package let authority: String
  package let otherAuthority: String
  package let server: String
  package let serverKey: String

  init(in folder: URL) throws {
    let file = { (name: String) in folder.appending(path: name).path }
    (authority, otherAuthority) = (file("ca.pem"), file("other.pem"))
    (server, serverKey) = (file("server.pem"), file("server.key"))
    // The days of the certificate are long past: a pinned authority counts, a clock does not.
    let script = """
      set -e; cd "$1"
      for name in ca other; do
        openssl req -x509 -newkey ed25519 -nodes -keyout $name.key -out $name.pem -days 3650 -subj /CN=$name
      done
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr \
        -subj /CN=127.0.0.1
      printf 'subjectAltName=IP:127.0.0.1\\n' > san
      mkdir ca.d; : > ca.d/index; printf '[ca]\\ndefault_ca=d\\n[d]\\ndatabase=ca.d/index\\n\
      new_certs_dir=ca.d\\nserial=ca.d/serial\\ndefault_md=default\\npolicy=p\\nunique_subject=no\\n[p]\\ncommonName=supplied\\n' > ca.conf
      openssl ca -batch -config ca.conf -create_serial -cert ca.pem -keyfile ca.key -in server.csr \
        -extfile san -startdate 20200101000000Z -enddate 20210101000000Z -notext -out server.pem
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "sh", folder.path]
    let log = folder.appending(path: "openssl.log")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
  }
}
