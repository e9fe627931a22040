// Quotients that are rounded as in Java, so that what lies on the edge of a bin stays there. OpenCL allows an error of 2.5
// units in the last place for a division, and lets products and sums be contracted.
//   EXACT_DIVISION  defined: the program is built so that the device rounds divisions correctly
#pragma OPENCL FP_CONTRACT OFF

static inline float divided(const float a, const float b)
{
	const float q = a / b;
#ifdef EXACT_DIVISION
	return q;
#else
	const float rest = fma(-q, b, a); // exact
	return isfinite(rest) ? q + rest / b : q;
#endif
}
