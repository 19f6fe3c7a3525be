package org.agentinbox.summary.builtin;

/** The fitted weights, in the order of {@link Salience#features}. */
final class SalienceWeights {

    static final double[] VISITOR = {4.33, 2.52, 0.61, 0.91, -0.16, -0.27, 2.65, 0.12, -1.92, 2.97, 2.81, 5.24, 1.32, 0.00, 0.24, 0.23,
        0.38, -0.58, 0.07, 0.50, 1.56, 0.14, -0.06, -0.30, -0.16};
    static final double[] AGENT = {0.81, 2.88, 0.92, 7.92, 0.73, -0.63, 3.30, 0.89, -1.29, -2.88, 0.12, 0.00, 0.00, 1.36, 0.09, 0.00,
        0.02, -1.22, 0.30, 0.12, 1.42, 1.06, 0.85, -0.68, -0.71};

    private SalienceWeights() {}
}
