extension Console {
  /// What is wanted of the camera now: nothing while the screen is locked, nothing new while a question is open.
  var cameraWish: CameraWish? {
    guard !isLocked, var wish = current.camera(briefing) else { return nil }
    if login != nil || question != nil || showsHelp { wish.isHeld = true }
    return wish
  }
}

extension News {
  /// Whether a sheet was looked at and is not counted, so that it may be laid again.
  var isRefusedSheet: Bool {
    switch self {
    case .sheetRead(let sight): if case .rejected = sight.outcome { true } else { false }
    case .refused: true
    case .picture, .cardSeen, .judged, .issued, .pending, .decided, .found, .files, .identities, .compared,
      .paper, .request, .columns, .keyLock, .keysOpened, .keysRefused, .loggedIn, .loginRefused, .recorded,
      .planDraft, .progress, .answered:
      false
    }
  }
}

extension CameraSight {
  /// How the camera is, for the frame; nil before that is known.
  var health: Briefing.Devices.Health? {
    switch state {
    case .starting: nil
    case .works: .works
    case .fails: .fails
    }
  }
}
