// 16-bit and 32-bit data: channels by their formulas in single precision, values 0..255 that are not rounded. Built once for each
// channel and source:
//   CHANNEL   the channel: CHANNEL_ and its name in the enum
//   CHANNELS  how many channels the source has, one plane after the other: grey; grey, alpha; r, g, b; or r, g, b, a
//   SAMPLE    ushort or float
// The same steps in the same order as the Java formulas, so that both differ by no more than rounding.

static inline float scaled(const float value, const float2 range)
{
	return range.x == range.y ? 0.0f * value : divided(value - range.x, range.y - range.x);
}

// Between 0 and most; NaN stays.
static inline float clamped(const float x, const float most) { return x < 0.0f ? 0.0f : x > most ? most : x; }

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

static inline float linear(const float v) { return v <= 0.04045f ? divided(v, 12.92f) : pow(divided(v + 0.055f, 1.055f), 2.4f); }
static inline float root(const float t)
{
	return t > 216.0f / 24389.0f ? cbrt(t) : divided(24389.0f / 27.0f * t + 16.0f, 116.0f);
}

static inline float largest(const float r, const float g, const float b)
{
	return isnan(r + g + b) ? NAN : max(r, max(g, b));
}

static inline float value_of(const float r, const float g, const float b, const float a)
{
	const bool grey = r == g && g == b;
#if CHANNEL == CHANNEL_LAB_L
	if (grey && (r == 0.0f || r == 1.0f)) // exactly the ends, whatever powers and roots are rounded to
		return 255.0f * r;
#endif
#if CHANNEL <= CHANNEL_LAB_B
	const float lr = linear(r), lg = linear(g), lb = linear(b);
	const float y = root(0.22248454f * lr + 0.71690508f * lg + 0.06061038f * lb);
#endif
#if CHANNEL == CHANNEL_LAB_L
	return clamped(2.55f * (116.0f * y - 16.0f), 255.0f);
#elif CHANNEL == CHANNEL_LAB_A
	return grey ? 128.0f : clamped(500.0f * (root(0.45223113f * lr + 0.39941186f * lg + 0.14835702f * lb) - y) + 128.0f, 255.0f);
#elif CHANNEL == CHANNEL_LAB_B
	return grey ? 128.0f : clamped(200.0f * (y - root(0.016875f * lr + 0.11767152f * lg + 0.86545348f * lb)) + 128.0f, 255.0f);
#elif CHANNEL == CHANNEL_RGB_R
	return 255.0f * r;
#elif CHANNEL == CHANNEL_RGB_G
	return 255.0f * g;
#elif CHANNEL == CHANNEL_RGB_B
	return 255.0f * b;
#elif CHANNEL == CHANNEL_ALPHA
	return 255.0f * a;
#elif CHANNEL == CHANNEL_YUV_Y
	return grey ? 255.0f * r : clamped(255.0f * (0.299f * r + 0.587f * g + 0.114f * b), 255.0f);
#elif CHANNEL == CHANNEL_YUV_U
	return clamped(128.0f + divided(255.0f * (0.299f * (b - r) + 0.587f * (b - g)), 1.772f), 255.0f);
#elif CHANNEL == CHANNEL_YUV_V
	return clamped(128.0f + divided(255.0f * (0.587f * (r - g) + 0.114f * (r - b)), 1.402f), 255.0f);
#else
	const float high = largest(r, g, b);
	const float d = high - min(r, min(g, b));
#if CHANNEL == CHANNEL_HSV_H
	if (d == 0.0f)
		return 0.0f;
	const float sixths = r == high ? divided(g - b, d) : g == high ? 2.0f + divided(b - r, d) : 4.0f + divided(r - g, d);
	const float hue = divided(255.0f * (sixths < 0.0f ? sixths + 6.0f : sixths), 6.0f);
	return hue >= 255.0f ? 0.0f : isnan(high) ? NAN : hue;
#elif CHANNEL == CHANNEL_HSV_S
	return high == 0.0f ? 0.0f : 255.0f * divided(d, high);
#else
	return 255.0f * high;
#endif
#endif
}

// Each channel of the source has a buffer, which may be the same for several, an offset into it, and a range.
__kernel void high_bit_depth_plane(
	__global const SAMPLE *s0,
	__global const SAMPLE *s1,
	__global const SAMPLE *s2,
	__global const SAMPLE *s3,
	const ulong4 from,
	const uint n,
	const float8 ranges,
	__global float *values)
{
	for (uint i = FIRST(n); i < END(n); i += STEP) {
		const float r = PART(s0, from.x, ranges.s01);
#if CHANNELS < 3
		const float g = r, b = r;
#else
		const float g = PART(s1, from.y, ranges.s23), b = PART(s2, from.z, ranges.s45);
#endif
#if CHANNELS == 2
		const float a = PART(s1, from.y, ranges.s23);
#elif CHANNELS == 4
		const float a = PART(s3, from.w, ranges.s67);
#else
		const float a = 1.0f;
#endif
		values[i] = value_of(r, g, b, a);
	}
}
