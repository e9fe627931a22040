// Joins the mask of one more term to that of the terms before: the product, or for is_or what both miss is multiplied.

__kernel void join_bytes(__global uchar *joined, __global const uchar *next, const uint n, const uint is_or)
{
	const uint flip = is_or ? 255 : 0;
	for (uint i = FIRST(n); i < END(n); i += STEP) {
		const uint p = (joined[i] ^ flip) * (next[i] ^ flip) + 128;
		joined[i] = (((p >> 8) + p) >> 8) ^ flip;
	}
}

// Values 0..1, which are multiplied by a number at last.
__kernel void join_floats(
	__global float *joined, __global const float *next, const uint n, const uint is_or, const uint times)
{
	for (uint i = FIRST(n); i < END(n); i += STEP) {
		const float a = joined[i], b = next[i];
		joined[i] = (is_or ? 1.0f - (1.0f - a) * (1.0f - b) : a * b) * times;
	}
}
