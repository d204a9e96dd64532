import Foundation
import Glibc
import Synchronization

/// A proxy on the loopback address that does to requests what a test says.
package final class HostileProxy: Sendable {
  /// What happens to one request.
  package enum Behaviour: Sendable {
    case pass
    /// Answers this status without asking the server.
    case answer(Int)
    /// Answers 200 without asking the server.
    case lie(etag: String, body: String = "")
    /// Flips a bit in the middle of what is sent.
    case damageRequest
    /// Flips a bit in the middle of the server's answer.
    case damageAnswer
    /// Cuts the connection after so many bytes of the request's body.
    case cutRequest(after: Int)
    /// Gives the request to the server and cuts the connection before its answer.
    case cutAnswer
    /// Takes the request and says nothing more.
    case stall
  }

  /// The head of a request.
  package struct Request: Sendable {
    package let method: String
    package let path: String
    /// 0 for the first request of all.
    package let number: Int
  }

  package let port: Int
  private let listener: Int32
  private let upstream: Int
  private let rule: Mutex<@Sendable (Request) -> Behaviour>
  private let log = Mutex<[Request]>([])

  package init(before upstream: Int, _ rule: @escaping @Sendable (Request) -> Behaviour = { _ in .pass }) {
    self.upstream = upstream
    self.rule = Mutex(rule)
    (listener, port) = LoopbackPorts.listener()
    // A peer that is gone must not end the test.
    signal(SIGPIPE, SIG_IGN)
    let (listener, me) = (listener, Weak(self))
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        if client < 0 { return }
        Thread.detachNewThread {
          me.proxy?.serve(client)
          close(client)
        }
      }
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// Does something else from now on.
  package func behave(_ rule: @escaping @Sendable (Request) -> Behaviour) {
    self.rule.withLock { $0 = rule }
  }

  /// The requests so far.
  package var requests: [Request] { log.withLock { $0 } }

  private func serve(_ client: Int32) {
    guard let (head, early) = readHead(client) else { return }
    let words = head.split(separator: " ")
    guard words.count > 2 else { return }
    let request = log.withLock { log in
      let request = Request(method: String(words[0]), path: String(words[1]), number: log.count)
      log.append(request)
      return request
    }
    let size = Self.contentLength(head)
    switch rule.withLock({ $0(request) }) {
    case .pass: forward(client, head, early, size)
    case .damageRequest: forward(client, head, early, size, damagesRequest: true)
    case .damageAnswer: forward(client, head, early, size, damagesAnswer: true)
    case .cutAnswer: forward(client, head, early, size, answers: false)
    case .cutRequest(let limit): forward(client, head, early, size, limit: limit, answers: false)
    case .stall: stall(client)
    case .lie(let etag, let body):
      _ = readBody(client, early, size)
      write(
        client,
        "HTTP/1.1 200 OK\r\netag: \(etag)\r\ncontent-length: \(body.utf8.count)\r\nconnection: close\r\n\r\n\(body)"
      )
    case .answer(let status):
      _ = readBody(client, early, size)
      write(client, "HTTP/1.1 \(status) No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
    }
  }

  private func forward(
    _ client: Int32, _ head: String, _ early: [UInt8], _ size: Int, limit: Int? = nil,
    damagesRequest: Bool = false, damagesAnswer: Bool = false, answers: Bool = true
  ) {
    guard let server = LoopbackPorts.connected(to: upstream) else { return }
    defer { close(server) }
    var body = readBody(client, early, min(size, limit ?? size))
    if damagesRequest, !body.isEmpty { body[body.count / 2] ^= 1 }
    let once = head.replacing("\r\n", with: "\r\nConnection: close\r\n", maxReplacements: 1)
    write(server, Array(once.utf8) + body)
    if limit != nil { return }
    var answer = readAll(server)
    guard answers else { return }
    if damagesAnswer, !answer.isEmpty { answer[answer.count - answer.count / 4] ^= 1 }
    write(client, answer)
  }

  private func stall(_ client: Int32) {
    while read(client, 1 << 16) != nil {}
  }

  private func readHead(_ socket: Int32) -> (String, [UInt8])? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    while bytes.count < 1 << 16 {
      guard let more = read(socket, 1 << 14) else { return nil }
      bytes += more
      guard let place = bytes.firstRange(of: end) else { continue }
      return (String(decoding: bytes[..<place.upperBound], as: UTF8.self), Array(bytes[place.upperBound...]))
    }
    return nil
  }

  private func readBody(_ socket: Int32, _ early: [UInt8], _ size: Int) -> [UInt8] {
    var bytes = early
    while bytes.count < size, let more = read(socket, min(1 << 16, size - bytes.count)) { bytes += more }
    return Array(bytes.prefix(size))
  }

  private func readAll(_ socket: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while let more = read(socket, 1 << 16) { bytes += more }
    return bytes
  }

  private func read(_ socket: Int32, _ count: Int) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: count)
    let got = unsafe recv(socket, &buffer, count, 0)
    return got > 0 ? Array(buffer.prefix(got)) : nil
  }

  private func write(_ socket: Int32, _ text: String) { write(socket, Array(text.utf8)) }

  private func write(_ socket: Int32, _ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes {
        unsafe send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent <= 0 { return }
      rest = rest.dropFirst(sent)
    }
  }

  private static func contentLength(_ head: String) -> Int {
    let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
    return line.flatMap { Int($0.split(separator: ":")[1].filter { $0 != " " }) } ?? 0
  }
}

/// A proxy that its own threads must not keep alive.
private final class Weak: Sendable {
  private weak let held: HostileProxy?
  init(_ proxy: HostileProxy) { held = proxy }
  var proxy: HostileProxy? { held }
}
