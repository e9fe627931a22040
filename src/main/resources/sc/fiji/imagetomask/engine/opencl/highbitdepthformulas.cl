// The channels of 16-bit and 32-bit data by their formulas, in single precision; values 0..255 that are not rounded. The same
// steps in the same order as the Java formulas, so that both differ by no more than rounding.

static inline float scaled(const float value, const float2 range)
{
	return range.x == range.y ? 0.0f * value : divided(value - range.x, range.y - range.x);
}

// Between 0 and most; NaN stays.
static inline float clamped(const float x, const float most) { return x < 0.0f ? 0.0f : x > most ? most : x; }

static inline float linear(const float v) { return v <= 0.04045f ? divided(v, 12.92f) : pow(divided(v + 0.055f, 1.055f), 2.4f); }
static inline float root(const float t)
{
	return t > 216.0f / 24389.0f ? cbrt(t) : divided(24389.0f / 27.0f * t + 16.0f, 116.0f);
}

static inline float largest(const float r, const float g, const float b)
{
	return isnan(r + g + b) ? NAN : max(r, max(g, b));
}

static inline float weighed(const float3 weights, const float3 light)
{
	return weights.x * light.x + weights.y * light.y + weights.z * light.z;
}

static inline float3 light(const float r, const float g, const float b) { return (float3)(linear(r), linear(g), linear(b)); }
static inline float y_of(const float3 light) { return root(weighed((float3)(0.22248454f, 0.71690508f, 0.06061038f), light)); }

// a* + 128 or b* + 128
static inline float opponent(const float3 light, const bool isA)
{
	const float3 weights = isA ? (float3)(0.45223113f, 0.39941186f, 0.14835702f) : (float3)(0.016875f, 0.11767152f, 0.86545348f);
	return clamped((isA ? 500.0f : -200.0f) * (root(weighed(weights, light)) - y_of(light)) + 128.0f, 255.0f);
}

// L* times 2.55, a* + 128 and b* + 128.
static inline float4 lab(const float r, const float g, const float b)
{
	const bool grey = r == g && g == b;
	const float3 of = light(r, g, b);
	return (float4)(
		// exactly the ends, whatever powers and roots are rounded to
		grey && (r == 0.0f || r == 1.0f) ? 255.0f * r : clamped(2.55f * (116.0f * y_of(of) - 16.0f), 255.0f),
		grey ? 128.0f : opponent(of, true),
		grey ? 128.0f : opponent(of, false),
		0.0f);
}

static inline float chroma(const float4 lab)
{
	return sqrt((lab.y - 128.0f) * (lab.y - 128.0f) + (lab.z - 128.0f) * (lab.z - 128.0f));
}

static inline float lab_hue(const float4 lab)
{
	if (lab.y == 128.0f && lab.z == 128.0f)
		return 0.0f;
	const float turns = atan2(lab.z - 128.0f, lab.y - 128.0f) / (2.0f * M_PI_F);
	const float hue = 255.0f * (turns < 0.0f ? turns + 1.0f : turns);
	return hue >= 255.0f ? 0.0f : hue;
}

static inline float density(const float value, const float white)
{
	return isnan(value) ? value : max(0.0f, white - log10(max(value, 1.0f / 255.0f)));
}

// tables: the factors of red, green and blue, and the logarithms of the background.
static inline float stain(const float r, const float g, const float b, __global const float *tables)
{
	return clamped(
		tables[0] * density(r, tables[3]) + tables[1] * density(g, tables[4]) + tables[2] * density(b, tables[5]), 255.0f);
}

static inline float luma(const float r, const float g, const float b)
{
	return r == g && g == b ? 255.0f * r : clamped(255.0f * (0.299f * r + 0.587f * g + 0.114f * b), 255.0f);
}

// Of red, green, blue for U; of green, blue, red for V.
static inline float colour_difference(const float r, const float g, const float b, const bool isU)
{
	const float difference = (isU ? 0.299f : 0.587f) * (b - r) + (isU ? 0.587f : 0.114f) * (b - g);
	return clamped(128.0f + divided(255.0f * difference, isU ? 1.772f : 1.402f), 255.0f);
}

// Of values that lie above the low end of one range.
static inline float hue(const float r, const float g, const float b)
{
	const float high = largest(r, g, b);
	const float d = high - min(r, min(g, b));
	if (d == 0.0f)
		return 0.0f;
	const float sixths = r == high ? divided(g - b, d) : g == high ? 2.0f + divided(b - r, d) : 4.0f + divided(r - g, d);
	const float hue = divided(255.0f * (sixths < 0.0f ? sixths + 6.0f : sixths), 6.0f);
	return hue >= 255.0f ? 0.0f : isnan(high) ? NAN : hue;
}

static inline float saturation(const float r, const float g, const float b)
{
	const float high = largest(r, g, b);
	return high == 0.0f ? 0.0f : 255.0f * divided(high - min(r, min(g, b)), high);
}

#define DEGREE (M_PI_F / 180.0f)

static inline float squared(const float x) { return x * x; }

// CIE76
static inline float squared_76(const float3 p, const float3 q)
{
	return squared(p.x - q.x) + squared(p.y - q.y) + squared(p.z - q.z);
}

// sqrt(C^7 / (C^7 + 25^7))
static inline float fade(const float chroma)
{
	const float x = chroma / 25.0f, x3 = x * x * x, x7 = x3 * x3 * x;
	return sqrt(x7 / (x7 + 1.0f));
}

static inline float degrees_of(const float a, const float b)
{
	const float angle = a == 0.0f && b == 0.0f ? 0.0f : atan2(b, a) / DEGREE;
	return angle < 0.0f ? angle + 360.0f : angle;
}

// CIEDE2000, as ColourDifference has it.
static inline float squared_2000(const float3 p, const float3 q)
{
	const float middle = squared((p.x + q.x) / 2.0f - 50.0f);
	const float by_lightness = (p.x - q.x) / (1.0f + 0.015f * middle / sqrt(20.0f + middle));
	const float stretch = 1.5f - 0.5f * fade((sqrt(squared(p.y) + squared(p.z)) + sqrt(squared(q.y) + squared(q.z))) / 2.0f);
	const float c1 = sqrt(squared(p.y * stretch) + squared(p.z)), c2 = sqrt(squared(q.y * stretch) + squared(q.z));
	const float h1 = degrees_of(p.y * stretch, p.z), h2 = degrees_of(q.y * stretch, q.z);
	float turn = c1 * c2 == 0.0f ? 0.0f : h2 - h1;
	turn = turn > 180.0f ? turn - 360.0f : turn < -180.0f ? turn + 360.0f : turn;
	float hue = h1 + h2;
	if (c1 * c2 != 0.0f)
		hue = fabs(h1 - h2) <= 180.0f ? hue / 2.0f : hue < 360.0f ? (hue + 360.0f) / 2.0f : (hue - 360.0f) / 2.0f;
	const float chroma = (c1 + c2) / 2.0f;
	const float t = 1.0f - 0.17f * cos((hue - 30.0f) * DEGREE) + 0.24f * cos(2.0f * hue * DEGREE)
		+ 0.32f * cos((3.0f * hue + 6.0f) * DEGREE) - 0.20f * cos((4.0f * hue - 63.0f) * DEGREE);
	const float by_chroma = (c2 - c1) / (1.0f + 0.045f * chroma);
	const float by_hue = 2.0f * sqrt(c1 * c2) * sin(turn / 2.0f * DEGREE) / (1.0f + 0.015f * chroma * t);
	const float rotation = -2.0f * fade(chroma) * sin(60.0f * exp(-squared((hue - 275.0f) / 25.0f)) * DEGREE);
	return squared(by_lightness) + squared(by_chroma) + squared(by_hue) + rotation * by_chroma * by_hue;
}

// tables: how many colours there are; L*, a*, b* of each.
static inline float distance_from(const float4 at, const bool is_2000, __global const float *tables)
{
	const float3 p = (float3)(at.x / 2.55f, at.y - 128.0f, at.z - 128.0f);
	float least = INFINITY;
	for (int k = 0; k < (int)tables[0]; k++) {
		const float3 q = vload3(k, tables + 1);
		least = fmin(least, is_2000 ? squared_2000(p, q) : squared_76(p, q));
	}
	return isnan(p.x + p.y + p.z) ? NAN : clamped(sqrt(max(least, 0.0f)), 255.0f);
}
