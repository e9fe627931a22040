// What is done with a plane of 16-bit and 32-bit images: its histogram, and the mask that a tone makes of it. The value of a mask's
// first pixel is at from.

#if OUT_IS_FLOAT
#define RESULT(x) divided(x, 255.0f)
#else
#define RESULT(x) ((uchar)((x) + 0.5f))
#endif

// Inside are the pixels whose mask is at least 128 of 255; without a mask, all. Values are clamped, so that nothing is
// counted beyond the bins, whatever the memory holds.
__kernel void high_bit_depth_histogram(
	__global const float *values, __global const MASK *inside, const ulong from, const uint masked, const uint n,
	__global uint *histogram)
{
	__local uint bins[COPIES * BINS];
	clear_bins(bins);
	__local uint *mine = COPY(bins);
	for (uint i = FIRST(n); i < END(n); i += STEP) {
		const float v = values[i];
		if (!isnan(v) && (!masked || fraction(inside[from + i]) >= 128.0f / 255.0f))
			count(mine, (uint)clamp(v, 0.0f, 255.0f), 1);
	}
	add_bins(bins, histogram);
}

// The curve: clip range low..high, then black, white (in order), 1 / gray, white2, black2 (in order); all of them in curve.
__kernel void high_bit_depth_tone(
	__global const float *values,
	__global const MASK *mask,
	const ulong from,
	const uint masked,
	const uint n,
	const float8 curve,
	const uint hueShift,
	const uint invert,
	__global OUT *out)
{
	const float low = curve.s0, high = curve.s1, black = curve.s2, white = curve.s3, exponent = curve.s4;
	const float white2 = curve.s5, black2 = curve.s6;
	for (uint i = FIRST(n); i < END(n); i += STEP) {
		float v = values[i];
		if (isnan(v)) {
			out[i] = 0;
			continue;
		}
		if (hueShift) {
			v += hueShift;
			if (v >= 255.0f)
				v -= 255.0f;
		}
		float x = low == high ? 0.0f : divided(clamp(v, low, high) - low, high - low) * 255.0f;
		const float fall = x <= white2 ? 255.0f : x >= black2 ? 0.0f : 255.0f * divided(black2 - x, black2 - white2);
		if (black == white)
			x = min(128.0f, fall);
		else {
			x = min(clamp(255.0f * divided(x - black, white - black), 0.0f, 255.0f), fall);
			if (exponent != 1.0f)
				x = clamp(255.0f * pow(divided(x, 255.0f), exponent), 0.0f, 255.0f);
		}
		if (invert)
			x = 255.0f - x;
		out[i] = RESULT(masked ? x * fraction(mask[from + i]) : x);
	}
}
