// The channels of 8-bit colours by their formulas. Integers only, so that every device gives the bytes of the Java formulas.

// How many entries the nodes of a Lab component take.
#define NODES (33 * 33 * 33 + 33 * 33 + 33 + 1)

static inline uint position(const uint v) { return v * 8224 + ((v + 4) >> 3); }

static inline uint lab(const uint4 p, __global const ushort *nodes)
{
	const uint pr = position(p.x), pg = position(p.y), pb = position(p.z);
	__global const ushort *node = nodes + (pr >> 16) * (33 * 33) + (pg >> 16) * 33 + (pb >> 16);
	// A key is a fraction with the step along its axis below it, so that sorting the fractions sorts the steps.
	const int kr = (pr & 0xffff) << 11 | 33 * 33, kg = (pg & 0xffff) << 11 | 33, kb = (pb & 0xffff) << 11 | 1;
	const int first = max(kr, max(kg, kb)), third = min(kr, min(kg, kb));
	const int second = kr + kg + kb - first - third;
	const int i1 = first & 2047, i2 = i1 + (second & 2047);
	const int n0 = node[0], n1 = node[i1], n2 = node[i2], n3 = node[33 * 33 + 33 + 1];
	const int rest = (n1 - n0) * (first >> 11) + (n2 - n1) * (second >> 11) + (n3 - n2) * (third >> 11) + 0x8001;
	const uint value = n0 + ((rest + (rest >> 16)) >> 16);
	return (value * 65281u + 8388608u) >> 24;
}

static inline uint lab_pair(const uint4 p, __global const ushort *a, __global const ushort *b) { return lab(p, a) << 8 | lab(p, b); }

// tables: for red, green and blue a factor, what is added and what more is added to 0; at last what is added to the sum.
static inline int part(const int i, __global const int *of) { return ((i * of[0] + of[1]) >> 16) + ((i - 1) >> 31 & of[2]); }

static inline uint yuv(const uint4 p, __global const int *parts)
{
	return min(255, ((part(p.x, parts) + part(p.y, parts + 3) + part(p.z, parts + 6)) >> 6) + parts[9]);
}

// Bit q: the reference's hue lies below q where the exact hue is q.
__constant uint LOW[8] = {
	0xfffffffeu, 0x00000000u, 0x11000000u, 0x00000111u, 0x222aaaaau, 0x23232222u, 0x00022222u, 0x00000000u,
};

// tables: 2^32 / (2 d) rounded up, for d = 1 to 255; the high word of the product is the exact quotient.
static inline uint hue(const int r, const int g, const int b, __global const uint *tables)
{
	const int high = max(r, max(g, b));
	const int d = high - min(r, min(g, b));
	const int sixths = r == high ? (g >= b ? g - b : 6 * d + g - b) : g == high ? 2 * d + b - r : 4 * d + r - g;
	const uint whole = 85 * sixths;
	const uint q = mul_hi(whole, tables[d]);
	return q * 2 * d == whole ? q - (LOW[q >> 5] >> (q & 31) & 1) : q;
}

static inline uint largest(const uint4 p) { return max(p.x, max(p.y, p.z)); }

// tables: 2^24 / max rounded up, for max = 1 to 255; the high byte of the product is the exact quotient.
static inline uint saturation(const uint4 p, __global const uint *tables)
{
	const uint high = largest(p);
	return (255 * (high - min(p.x, min(p.y, p.z))) * tables[high]) >> 24;
}

// tables: what red, green and blue add to a stain.
static inline uint stain(const uint4 p, __global const int *tables)
{
	const int sum = tables[p.x] + tables[256 + p.y] + tables[512 + p.z];
	return clamp((sum + 32768) >> 16, 0, 255);
}

// The number of colours; then for each what the bytes of L and the pairs of bytes of a and b add to the squared difference, whose
// scale is 51 * 51. The root is rounded to nearest.
static inline uint distance_of(const uint l, const uint pair, __global const int *colours)
{
	const int n = colours[0];
	__global const int *colour = colours + 1;
	int least = INT_MAX;
	for (int k = 0; k < n; k++, colour += 256 + 65536)
		least = min(least, colour[l] + colour[256 + pair]);
	int root = (int)(sqrt((float)least) / 51.0f + 0.5f);
	if ((2 * root - 1) * (2 * root - 1) * 2601 > 4 * least && root > 0)
		root--;
	if ((2 * root + 1) * (2 * root + 1) * 2601 < 4 * least)
		root++;
	return min(255, root);
}
