// What is counted of 8-bit pixels; see count.cl.
//   PACKED  defined: pixels are packed 0xAARRGGBB, else each colour has bytes of its own

#ifdef PACKED
#define SAMPLE uint
#else
#define SAMPLE uchar
#endif

// tables: the nodes of L, a and b, and then those of each channel.
typedef struct {
	uint4 rgba;
	uint l, pair;
} Pixel;

static inline __attribute__((always_inline)) Pixel pixel_at(SOURCES, const size_t i, __global const uint *tables)
{
	__global const ushort *nodes = (__global const ushort *)tables;
	Pixel pixel;
#ifdef PACKED
	const uint p = s0[from.x + i];
	pixel.rgba = (uint4)(p >> 16 & 255, p >> 8 & 255, p & 255, has_alpha ? p >> 24 : 255);
#else
	pixel.rgba = (uint4)(s0[from.x + i], s1[from.y + i], s2[from.z + i], has_alpha ? s3[from.w + i] : 255);
#endif
	pixel.l = lab(pixel.rgba, nodes);
	pixel.pair = lab_pair(pixel.rgba, nodes + NODES, nodes + 2 * NODES);
	return pixel;
}

static inline __attribute__((always_inline)) int bin_of(const Pixel p, const int channel, __global const uint *table)
{
	switch (channel) {
	case CHANNEL_LAB_L: return p.l;
	case CHANNEL_LAB_A: return p.pair >> 8;
	case CHANNEL_LAB_B: return p.pair & 255;
	case CHANNEL_RGB_R: return p.rgba.x;
	case CHANNEL_RGB_G: return p.rgba.y;
	case CHANNEL_RGB_B: return p.rgba.z;
	case CHANNEL_ALPHA: return p.rgba.w;
	case CHANNEL_YUV_Y:
	case CHANNEL_YUV_U:
	case CHANNEL_YUV_V: return yuv(p.rgba, (__global const int *)table);
	case CHANNEL_HSV_H: return hue(p.rgba.x, p.rgba.y, p.rgba.z, table);
	case CHANNEL_HSV_S: return saturation(p.rgba, table);
	case CHANNEL_HSV_V: return largest(p.rgba);
	case CHANNEL_STAIN_1:
	case CHANNEL_STAIN_2:
	case CHANNEL_STAIN_3: return stain(p.rgba, (__global const int *)table);
	case CHANNEL_LCH_C:
	case CHANNEL_LCH_H: return ((__global const uchar *)table)[p.pair];
	default: return distance_of(p.l, p.pair, (__global const int *)table);
	}
}
