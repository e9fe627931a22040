// One channel of 16-bit and 32-bit data. Built once for each
// kind of channel and of samples; channels that differ only in what they read, or in a number of their tables, share a kernel:
//   CHANNEL  the channel that gives the kernel its name: CHANNEL_ and its name in the enum
//   SAMPLE   ushort or float

// Hue and saturation are the same at any scale; where nothing is divided, the differences of whole numbers are exact.
static inline float part(const float value, const float2 range, const float8 ranges)
{
#if CHANNEL == CHANNEL_HSV_H || CHANNEL == CHANNEL_HSV_S
	if (all(ranges.s01 == ranges.s23) && all(ranges.s01 == ranges.s45))
		return clamped(value - range.x, range.y - range.x);
#endif
	return clamped(scaled(value, range), 1.0f);
}

#define PART(s, offset, range) part((float)s[offset + i], range, ranges)

static inline float value_of(const float r, const float g, const float b, __global const float *tables)
{
#if CHANNEL == CHANNEL_LAB_L
	return lab(r, g, b).x;
#elif CHANNEL == CHANNEL_LAB_A
	return r == g && g == b ? 128.0f : opponent(light(r, g, b), tables[0] != 0.0f);
#elif CHANNEL == CHANNEL_LCH_C
	return chroma(lab(r, g, b));
#elif CHANNEL == CHANNEL_LCH_H
	return lab_hue(lab(r, g, b));
#elif IS_DISTANCE
	return distance_from(lab(r, g, b), CHANNEL == CHANNEL_DISTANCE_2000, tables);
#elif IS_STAIN
	return stain(r, g, b, tables);
#elif CHANNEL == CHANNEL_RGB_R
	return 255.0f * r;
#elif CHANNEL == CHANNEL_ALPHA
	return 255.0f;
#elif CHANNEL == CHANNEL_YUV_Y
	return luma(r, g, b);
#elif CHANNEL == CHANNEL_YUV_U
	return colour_difference(r, g, b, tables[0] != 0.0f);
#elif CHANNEL == CHANNEL_HSV_H
	return hue(r, g, b);
#elif CHANNEL == CHANNEL_HSV_S
	return saturation(r, g, b);
#elif CHANNEL == CHANNEL_HSV_V
	return 255.0f * largest(r, g, b);
#else
#error "This channel has no formula here."
#endif
}

// Each colour has a buffer, which may be the same for several, an offset into it, and a range.
__kernel void high_bit_depth_plane(
	__global const SAMPLE *s0,
	__global const SAMPLE *s1,
	__global const SAMPLE *s2,
	const ulong4 from,
	const uint n,
	const float8 ranges,
	__global const float *tables,
	__global float *values)
{
	for (uint i = FIRST(n); i < END(n); i += STEP) {
		const float r = PART(s0, from.x, ranges.s01);
		const float g = PART(s1, from.y, ranges.s23), b = PART(s2, from.z, ranges.s45);
		values[i] = value_of(r, g, b, tables);
	}
}
