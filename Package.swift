// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every target of ours: Swift 6 mode, strict memory safety, no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Targets that work on pixels are optimised in debug builds too, or their tests would take minutes.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A C library of the system: a module map and a header, no logic.
func shim(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A library target of ours.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict + settings)
}

/// The tests of a target of ours.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "kiosk",
  products: [
    .executable(name: "kiosk", targets: ["Kiosk"]), .executable(name: "intake", targets: ["Intake"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    shim("CCups", apt: "libcups2-dev"),
    shim("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    shim("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
    shim("COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
    shim("CPango", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
    shim("CPNG", pkgConfig: "libpng", apt: "libpng-dev"),
    shim("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    shim("CRime", apt: "librime-dev"),
    shim("CTSS2", apt: "libtss2-dev"),
    shim("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
    shim("CUnix", apt: "libc6-dev"),
    shim("CVideo", apt: "linux-libc-dev"),
    shim("CXlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    shim("CZBar", pkgConfig: "zbar", apt: "libzbar-dev"),
    shim("CZip", pkgConfig: "libzip", apt: "libzip-dev"),

    library(
      "Ballot",
      resources: [
        .embedInCode("Rules/Packs/CQ-V-2018.json"), .embedInCode("Rules/Packs/CQ-V-2026.json"),
        .embedInCode("Rules/Packs/CQ-R-2018.json"), .embedInCode("Rules/Packs/CQ-R-2026.json"),
        .embedInCode("Rules/Packs/OWN-2021.json"), .embedInCode("Candidates/strokes.txt"),
        .embedInCode("Bulletins/Catalogue"),
      ]),
    // Vectors without an optimiser are slower than none, and every seal and every check goes through here.
    .target(name: "CDigests", cSettings: [.unsafeFlags(["-O2"])]),
    library("Archive", ["Ballot", "CCurl", "CExpat", "COpenSSL", "CDigests", "CTSS2", "CUnix", grdb]),
    library(
      "Printing", ["Ballot", "CCups", "CPango", "CQREncode", mustache],
      resources: [.embedInCode("Templates/Files")]),
    // ZXing has no C interface, so its shim is code, not a module map.
    .target(name: "CZXing", cxxSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("ZXing")]),
    library("Scanner", ["Ballot", "CPNG", "CTurboJPEG", "CVideo", "CZBar", "CZXing"], settings: optimised),
    .target(name: "CTerminal"),
    library("Terminal", ["CTerminal"], settings: optimised),
    library("Spreadsheet", ["CExpat", "CXlsxWriter", "CZip"]),
    library("Typing", ["Ballot", "CRime"]),
    library("Simulator", ["Ballot", "CTurboJPEG"], settings: optimised),
    .executableTarget(
      name: "Kiosk",
      dependencies: [
        "Ballot", "Archive", "Printing", "Scanner", "Spreadsheet", "Simulator", "Terminal", "Typing", yams,
        argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Intake", dependencies: ["Archive", "Ballot", argumentParser],
      resources: [
        .embedInCode("Supervision/anomalies.sql"),
        .embedInCode("Supervision/disorder.sql"),
        .embedInCode("Supervision/late.sql"),
        .embedInCode("Supervision/missing.sql"),
        .embedInCode("Supervision/officers.sql"),
        .embedInCode("Supervision/recount.sql"),
        .embedInCode("Supervision/returned.sql"),
        .embedInCode("Supervision/revisions.sql"),
        .embedInCode("Supervision/spread.sql"),
        .embedInCode("Supervision/turnout.sql"),
        .embedInCode("Supervision/unfilled.sql"),
      ], swiftSettings: strict),

    .executableTarget(
      name: "Photographs", dependencies: ["Ballot", "Printing", "Scanner", "Simulator"],
      path: "Training/Photographs", swiftSettings: strict),

    .target(name: "Stand", dependencies: ["Archive", "Ballot"], path: "Tests/Stand", swiftSettings: strict),
    tests("BallotTests", ["Ballot"]),
    tests("ArchiveTests", ["Archive", "Ballot", "Stand", grdb]),
    tests("PrintingTests", ["Printing", "Ballot"]),
    tests("ScannerTests", ["Scanner", "Ballot", "Simulator"]),
    tests("SpreadsheetTests", ["Spreadsheet"]),
    tests("SimulatorTests", ["Simulator", "Ballot"]),
    tests("TerminalTests", ["Terminal"]),
    tests("TypingTests", ["Typing", "Ballot"]),
    tests("IntakeTests", ["Intake", "Archive", "Ballot", "Stand"]),
    tests(
      "KioskTests",
      [
        "Kiosk", "Ballot", "Archive", "Printing", "Scanner", "Spreadsheet", "Simulator", "Stand", "Terminal",
        "Typing", argumentParser,
      ]),
  ],
  cxxLanguageStandard: .cxx17
)
