// Cameras that are folders: stands between a program and the C library (LD_PRELOAD) and answers for /dev/videoN what
// a driver of Video4Linux would. $FAKE_VIDEO/videoN is the camera; while the folder is away, the camera is unplugged.
//
//   name       what the maker calls it
//   modes      a line each: MJPG|YUYV|GREY WIDTH HEIGHT RATE
//   metadata   if there is such a file: the node takes notes, no pictures, as the second node of a UVC camera
//   WxH.jpg    what it sees now as a JPEG of this size; WxH.raw unpacked. A test replaces it by renaming.
//   fault      busy: another program has it   stall: no frame comes   short: frames are cut in half
//              error: frames are flagged as damaged   garbage: frames hold no picture   forbidden: may not be opened
//   controls   written: what was set, "id value" a line
//   lock       held by the program that streams, so that a second one is refused
//
// Streaming through mapped memory alone. poll() needs no help: the descriptor is a timer at the frame rate.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { cameras = 16, slots = 4, room = 24 << 20 };

struct mode {
  uint32_t code;
  unsigned width, height, rate;
};

struct camera {
  int descriptor;  // of the timer; -1 for a free place
  char folder[400];
  struct mode mode;
  int memory, lock, streaming;
  int queued[slots], count;
  unsigned sequence;
};

static struct camera table[cameras];
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  for (int i = 0; i < cameras; i++) table[i].descriptor = -1;
}

static struct camera *of(int descriptor) {
  for (int i = 0; descriptor >= 0 && i < cameras; i++)
    if (table[i].descriptor == descriptor) return &table[i];
  return NULL;
}

static int opened(const char *path, int flags) { return syscall(SYS_openat, AT_FDCWD, path, flags, 0600); }

static int closed(int descriptor) { return syscall(SYS_close, descriptor); }

/// The bytes of a file in the camera's folder; their number, or -1.
static ssize_t content(const struct camera *camera, const char *name, void *into, size_t most) {
  char path[600];
  snprintf(path, sizeof path, "%s/%s", camera->folder, name);
  int file = opened(path, O_RDONLY);
  if (file < 0) return -1;
  ssize_t sum = 0, got;
  while ((size_t)sum < most && (got = read(file, (char *)into + sum, most - sum)) > 0) sum += got;
  closed(file);
  return sum;
}

static int has_fault(const struct camera *camera, const char *fault) {
  char text[40] = "";
  ssize_t count = content(camera, "fault", text, sizeof text - 1);
  return count > 0 && strncmp(text, fault, strlen(fault)) == 0;
}

static int is_gone(const struct camera *camera) { return access(camera->folder, F_OK) != 0; }

/// The mode of a place in the list of modes; 0 behind its end.
static int mode_at(const struct camera *camera, int index, struct mode *mode) {
  char text[2000] = "";
  if (content(camera, "modes", text, sizeof text - 1) <= 0) return 0;
  char *save, *line = strtok_r(text, "\n", &save);
  for (; line; line = strtok_r(NULL, "\n", &save), index--) {
    char code[5];
    if (sscanf(line, "%4s %u %u %u", code, &mode->width, &mode->height, &mode->rate) != 4) continue;
    mode->code = v4l2_fourcc(code[0], code[1], code[2], code[3]);
    if (index == 0) return 1;
  }
  return 0;
}

// MARK: The file

static int is_video(const char *path) {
  return path && getenv("FAKE_VIDEO") && strncmp(path, "/dev/video", 10) == 0 && path[10];
}

static int open_camera(const char *path) {
  pthread_mutex_lock(&guard);
  struct camera *camera = NULL;
  for (int i = 0; !camera && i < cameras; i++)
    if (table[i].descriptor < 0) camera = &table[i];
  int answer = -1;
  errno = EMFILE;
  if (camera) {
    memset(camera, 0, sizeof *camera);
    camera->descriptor = camera->memory = camera->lock = -1;
    snprintf(camera->folder, sizeof camera->folder, "%s/%s", getenv("FAKE_VIDEO"), path + 5);
    if (is_gone(camera)) {
      errno = ENOENT;
    } else if (has_fault(camera, "forbidden")) {
      errno = EACCES;
    } else {
      answer = camera->descriptor = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    }
  }
  pthread_mutex_unlock(&guard);
  return answer;
}

#define OPEN(name)                                          \
  int name(const char *path, int flags, ...) {              \
    va_list rest;                                           \
    va_start(rest, flags);                                  \
    int mode = va_arg(rest, int);                           \
    va_end(rest);                                           \
    if (is_video(path)) return open_camera(path);           \
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
int __open_2(const char *path, int flags) { return open(path, flags, 0); }
int __open64_2(const char *path, int flags) { return open(path, flags, 0); }

int close(int descriptor) {
  pthread_mutex_lock(&guard);
  struct camera *camera = of(descriptor);
  if (camera) {
    if (camera->memory >= 0) closed(camera->memory);
    if (camera->lock >= 0) closed(camera->lock);
    camera->descriptor = -1;
  }
  pthread_mutex_unlock(&guard);
  return closed(descriptor);
}

#define MAP(name)                                                                          \
  void *name(void *address, size_t length, int protection, int flags, int file, off_t at) { \
    struct camera *camera = of(file);                                                      \
    return (void *)syscall(                                                                \
        SYS_mmap, address, length, protection, flags, camera ? camera->memory : file, at); \
  }
MAP(mmap)
MAP(mmap64)

// MARK: Requests

static int refuse(int code) {
  errno = code;
  return -1;
}

static int capability(struct camera *camera, struct v4l2_capability *answer) {
  memset(answer, 0, sizeof *answer);
  strcpy((char *)answer->driver, "fakevideo");
  char name[32] = "Folder camera";
  ssize_t count = content(camera, "name", name, sizeof name - 1);
  if (count >= 0) name[count] = 0;
  name[strcspn(name, "\n")] = 0;
  strcpy((char *)answer->card, name);
  strcpy((char *)answer->bus_info, "usb-fake-1");
  char note[2];
  int notes = content(camera, "metadata", note, 1) >= 0;
  answer->device_caps = (notes ? V4L2_CAP_META_CAPTURE : V4L2_CAP_VIDEO_CAPTURE) | V4L2_CAP_STREAMING;
  answer->capabilities = answer->device_caps | V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_DEVICE_CAPS;
  return 0;
}

/// Every format once, in the order of the modes.
static int format_at(struct camera *camera, struct v4l2_fmtdesc *answer) {
  uint32_t seen[8];
  unsigned count = 0;
  struct mode mode;
  for (int i = 0; mode_at(camera, i, &mode) && count < 8; i++) {
    unsigned k = 0;
    while (k < count && seen[k] != mode.code) k++;
    if (k == count) seen[count++] = mode.code;
  }
  if (answer->index >= count) return refuse(EINVAL);
  answer->pixelformat = seen[answer->index];
  return 0;
}

static int size_at(struct camera *camera, struct v4l2_frmsizeenum *answer) {
  struct mode mode;
  unsigned place = 0;
  for (int i = 0; mode_at(camera, i, &mode); i++) {
    if (mode.code != answer->pixel_format || place++ != answer->index) continue;
    answer->type = V4L2_FRMSIZE_TYPE_DISCRETE;
    answer->discrete.width = mode.width;
    answer->discrete.height = mode.height;
    return 0;
  }
  return refuse(EINVAL);
}

static int interval_at(struct camera *camera, struct v4l2_frmivalenum *answer) {
  struct mode mode;
  for (int i = 0; mode_at(camera, i, &mode) && answer->index == 0; i++) {
    if (mode.code != answer->pixel_format || mode.width != answer->width || mode.height != answer->height) continue;
    answer->type = V4L2_FRMIVAL_TYPE_DISCRETE;
    answer->discrete.numerator = 1;
    answer->discrete.denominator = mode.rate;
    return 0;
  }
  return refuse(EINVAL);
}

static int set_format(struct camera *camera, struct v4l2_format *wish) {
  if (has_fault(camera, "busy")) return refuse(EBUSY);
  struct mode mode;
  struct v4l2_pix_format *pixels = &wish->fmt.pix;
  int found = 0;
  for (int i = 0; !found && mode_at(camera, i, &mode); i++)
    found = mode.code == pixels->pixelformat && mode.width == pixels->width && mode.height == pixels->height;
  // A driver sets what is nearest; this one its first mode.
  if (!found && !mode_at(camera, 0, &mode)) return refuse(EINVAL);
  camera->mode = mode;
  pixels->width = mode.width;
  pixels->height = mode.height;
  pixels->pixelformat = mode.code;
  pixels->field = V4L2_FIELD_NONE;
  unsigned bytes = mode.code == V4L2_PIX_FMT_YUYV ? 2 : mode.code == V4L2_PIX_FMT_GREY ? 1 : 0;
  pixels->bytesperline = mode.width * bytes;
  pixels->sizeimage = room;
  return 0;
}

static int get_buffers(struct camera *camera, struct v4l2_requestbuffers *wish) {
  if (wish->memory != V4L2_MEMORY_MMAP) return refuse(EINVAL);
  char path[500];
  snprintf(path, sizeof path, "%s/lock", camera->folder);
  if (camera->lock < 0) camera->lock = opened(path, O_CREAT | O_RDWR | O_CLOEXEC);
  if (flock(camera->lock, LOCK_EX | LOCK_NB) != 0) return refuse(EBUSY);
  if (wish->count > slots) wish->count = slots;
  camera->count = 0;
  if (camera->memory < 0) camera->memory = memfd_create("frames", MFD_CLOEXEC);
  return ftruncate(camera->memory, (off_t)slots * room);
}

static int start(struct camera *camera, int on) {
  camera->streaming = on;
  long period = on ? 1000000000L / (camera->mode.rate ? camera->mode.rate : 30) : 0;
  struct itimerspec timer = {{period / 1000000000L, period % 1000000000L}, {0, on ? period % 1000000000L : 0}};
  if (!on) camera->count = 0;
  return timerfd_settime(camera->descriptor, 0, &timer, NULL);
}

static int take(struct camera *camera, struct v4l2_buffer *answer) {
  uint64_t ticks;
  if (read(camera->descriptor, &ticks, sizeof ticks) != sizeof ticks) return refuse(EAGAIN);
  if (has_fault(camera, "stall") || camera->count == 0) return refuse(EAGAIN);
  int index = camera->queued[0];
  memmove(camera->queued, camera->queued + 1, --camera->count * sizeof(int));
  char name[40];
  snprintf(name, sizeof name, "%ux%u.%s", camera->mode.width, camera->mode.height,
           camera->mode.code == V4L2_PIX_FMT_MJPEG ? "jpg" : "raw");
  char *memory = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_SHARED, camera->descriptor, (off_t)index * room);
  ssize_t used = content(camera, name, memory, room);
  if (used < 0) used = 0;
  if (has_fault(camera, "short")) used /= 2;
  if (has_fault(camera, "garbage")) memset(memory, 0x55, used);
  munmap(memory, room);
  answer->index = index;
  answer->bytesused = used;
  answer->length = room;
  answer->sequence = camera->sequence++;
  answer->flags = has_fault(camera, "error") ? V4L2_BUF_FLAG_ERROR : 0;
  answer->field = V4L2_FIELD_NONE;
  return 0;
}

static int control_range(struct v4l2_queryctrl *answer) {
  switch (answer->id) {
    case V4L2_CID_FOCUS_AUTO:
    case V4L2_CID_AUTO_WHITE_BALANCE:
    case V4L2_CID_EXPOSURE_AUTO_PRIORITY: answer->maximum = 1; break;
    case V4L2_CID_POWER_LINE_FREQUENCY: answer->maximum = 2; break;
    case V4L2_CID_EXPOSURE_AUTO: answer->maximum = 3; break;
    default: return refuse(EINVAL);
  }
  answer->minimum = answer->flags = 0;
  return 0;
}

static int set_control(struct camera *camera, const struct v4l2_control *control) {
  char path[500], line[60];
  snprintf(path, sizeof path, "%s/controls", camera->folder);
  int file = opened(path, O_CREAT | O_APPEND | O_WRONLY);
  int length = snprintf(line, sizeof line, "%u %d\n", control->id, control->value);
  int written = write(file, line, length) == length;
  closed(file);
  return written ? 0 : refuse(EIO);
}

static int answer(struct camera *camera, unsigned request, void *value) {
  if (is_gone(camera)) return refuse(ENODEV);
  struct v4l2_buffer *buffer = value;
  switch (request) {
    case (unsigned)VIDIOC_QUERYCAP: return capability(camera, value);
    case (unsigned)VIDIOC_ENUM_FMT: return format_at(camera, value);
    case (unsigned)VIDIOC_ENUM_FRAMESIZES: return size_at(camera, value);
    case (unsigned)VIDIOC_ENUM_FRAMEINTERVALS: return interval_at(camera, value);
    case (unsigned)VIDIOC_S_FMT: return set_format(camera, value);
    case (unsigned)VIDIOC_S_PARM: return 0;
    case (unsigned)VIDIOC_QUERYCTRL: return control_range(value);
    case (unsigned)VIDIOC_S_CTRL: return set_control(camera, value);
    case (unsigned)VIDIOC_REQBUFS: return get_buffers(camera, value);
    case (unsigned)VIDIOC_QUERYBUF:
      if (buffer->index >= slots) return refuse(EINVAL);
      buffer->length = room;
      buffer->m.offset = buffer->index * room;
      return 0;
    case (unsigned)VIDIOC_QBUF:
      if (buffer->index >= slots || camera->count >= slots) return refuse(EINVAL);
      camera->queued[camera->count++] = buffer->index;
      return 0;
    case (unsigned)VIDIOC_DQBUF: return take(camera, buffer);
    case (unsigned)VIDIOC_STREAMON: return start(camera, 1);
    case (unsigned)VIDIOC_STREAMOFF: return start(camera, 0);
    default: return refuse(ENOTTY);
  }
}

int ioctl(int descriptor, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *value = va_arg(rest, void *);
  va_end(rest);
  pthread_mutex_lock(&guard);
  struct camera *camera = of(descriptor);
  if (!camera) {
    pthread_mutex_unlock(&guard);
    return syscall(SYS_ioctl, descriptor, request, value);
  }
  int status = answer(camera, (unsigned)request, value);
  int code = errno;
  pthread_mutex_unlock(&guard);
  errno = code;
  return status;
}
