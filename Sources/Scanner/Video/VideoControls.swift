internal import CVideo

/// What is set on a camera before it sends: the camera sees to focus, light and colour by itself, and lamps on a
/// mains of 50 Hz do not flicker.
struct VideoControls {
  private let handle: VideoHandle

  init(_ handle: VideoHandle) { self.handle = handle }

  /// Sets what the camera has; what it has not is left.
  func set(for use: CameraUse) {
    set(cvideo_focus_auto, 1)
    set(cvideo_power_line, Int32(V4L2_CID_POWER_LINE_FREQUENCY_50HZ.rawValue))
    if !set(cvideo_exposure_auto, Int32(V4L2_EXPOSURE_APERTURE_PRIORITY.rawValue)) {
      set(cvideo_exposure_auto, Int32(V4L2_EXPOSURE_AUTO.rawValue))
    }
    // For cards frames must keep coming in poor light; for sheets each may take its time.
    set(cvideo_exposure_priority, use == .sheets ? 1 : 0)
    set(cvideo_white_auto, 1)
  }

  /// Sets a control where the camera has it and takes the value.
  @discardableResult private func set(_ id: UInt32, _ value: Int32) -> Bool {
    var query = v4l2_queryctrl()
    query.id = id
    guard handle.has(cvideo_queryctrl, &query), query.flags & UInt32(V4L2_CTRL_FLAG_DISABLED) == 0,
      value >= query.minimum, value <= query.maximum
    else { return false }
    var control = v4l2_control()
    (control.id, control.value) = (id, value)
    return handle.has(cvideo_s_ctrl, &control)
  }
}
