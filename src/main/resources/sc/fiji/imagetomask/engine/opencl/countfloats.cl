// What is counted of 16-bit and 32-bit data; see count.cl.
//   SAMPLE  ushort or float

// above: red, green and blue above the low end of one range, of which hue and saturation are made exactly; else the same as rgba.
typedef struct {
	float4 rgba, above, lab;
} Pixel;

static inline float part(const float value, const float2 range) { return clamped(scaled(value, range), 1.0f); }

static inline float above(const float value, const float2 range) { return clamped(value - range.x, range.y - range.x); }

static inline __attribute__((always_inline)) Pixel pixel_at(SOURCES, const size_t i, __global const uint *tables)
{
	const float r = s0[from.x + i], g = s1[from.y + i], b = s2[from.z + i];
	Pixel pixel;
	pixel.rgba = (float4)(
		part(r, ranges.s01), part(g, ranges.s23), part(b, ranges.s45), has_alpha ? part(s3[from.w + i], ranges.s67) : 1.0f);
	pixel.above = all(ranges.s01 == ranges.s23) && all(ranges.s01 == ranges.s45)
		? (float4)(above(r, ranges.s01), above(g, ranges.s23), above(b, ranges.s45), 0.0f)
		: pixel.rgba;
	pixel.lab = lab(pixel.rgba.x, pixel.rgba.y, pixel.rgba.z);
	return pixel;
}

static inline __attribute__((always_inline)) float value_of(const Pixel p, const int channel, __global const float *table)
{
	const float r = p.rgba.x, g = p.rgba.y, b = p.rgba.z;
	switch (channel) {
	case CHANNEL_LAB_L: return p.lab.x;
	case CHANNEL_LAB_A: return p.lab.y;
	case CHANNEL_LAB_B: return p.lab.z;
	case CHANNEL_RGB_R: return 255.0f * r;
	case CHANNEL_RGB_G: return 255.0f * g;
	case CHANNEL_RGB_B: return 255.0f * b;
	case CHANNEL_ALPHA: return 255.0f * p.rgba.w;
	case CHANNEL_YUV_Y: return luma(r, g, b);
	case CHANNEL_YUV_U: return colour_difference(r, g, b, true);
	case CHANNEL_YUV_V: return colour_difference(g, b, r, false);
	case CHANNEL_HSV_H: return hue(p.above.x, p.above.y, p.above.z);
	case CHANNEL_HSV_S: return saturation(p.above.x, p.above.y, p.above.z);
	case CHANNEL_HSV_V: return 255.0f * largest(r, g, b);
	case CHANNEL_STAIN_1:
	case CHANNEL_STAIN_2:
	case CHANNEL_STAIN_3: return stain(r, g, b, table);
	case CHANNEL_LCH_C: return chroma(p.lab);
	case CHANNEL_LCH_H: return lab_hue(p.lab);
	default: return distance_from(p.lab, channel == CHANNEL_DISTANCE_2000, table);
	}
}

// Values are rounded down; NaN is not counted.
static inline __attribute__((always_inline)) int bin_of(const Pixel p, const int channel, __global const uint *table)
{
	const float value = value_of(p, channel, (__global const float *)table);
	return isnan(value) ? -1 : (int)clamp(value, 0.0f, 255.0f);
}
