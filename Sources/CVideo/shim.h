#pragma once

#include <linux/videodev2.h>

/* Requests and codes of Video4Linux that are made by macros with casts, which Swift does not import. */
static const unsigned long cvideo_querycap = VIDIOC_QUERYCAP;
static const unsigned long cvideo_enum_fmt = VIDIOC_ENUM_FMT;
static const unsigned long cvideo_enum_framesizes = VIDIOC_ENUM_FRAMESIZES;
static const unsigned long cvideo_enum_frameintervals = VIDIOC_ENUM_FRAMEINTERVALS;
static const unsigned long cvideo_s_fmt = VIDIOC_S_FMT;
static const unsigned long cvideo_s_parm = VIDIOC_S_PARM;
static const unsigned long cvideo_reqbufs = VIDIOC_REQBUFS;
static const unsigned long cvideo_querybuf = VIDIOC_QUERYBUF;
static const unsigned long cvideo_qbuf = VIDIOC_QBUF;
static const unsigned long cvideo_dqbuf = VIDIOC_DQBUF;
static const unsigned long cvideo_streamon = VIDIOC_STREAMON;
static const unsigned long cvideo_streamoff = VIDIOC_STREAMOFF;
static const unsigned long cvideo_queryctrl = VIDIOC_QUERYCTRL;
static const unsigned long cvideo_s_ctrl = VIDIOC_S_CTRL;

static const unsigned int cvideo_mjpeg = V4L2_PIX_FMT_MJPEG;
static const unsigned int cvideo_jpeg = V4L2_PIX_FMT_JPEG;
static const unsigned int cvideo_yuyv = V4L2_PIX_FMT_YUYV;
static const unsigned int cvideo_gray = V4L2_PIX_FMT_GREY;

static const unsigned int cvideo_power_line = V4L2_CID_POWER_LINE_FREQUENCY;
static const unsigned int cvideo_focus_auto = V4L2_CID_FOCUS_AUTO;
static const unsigned int cvideo_exposure_auto = V4L2_CID_EXPOSURE_AUTO;
static const unsigned int cvideo_exposure_priority = V4L2_CID_EXPOSURE_AUTO_PRIORITY;
static const unsigned int cvideo_white_auto = V4L2_CID_AUTO_WHITE_BALANCE;
