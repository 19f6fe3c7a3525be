package org.agentinbox.it.fuzz;

/** One piece of bad input. */
interface BadCase {

    /** @throws AssertionError where the product does not hold what it promises */
    void tryOn(Round round);

    /** @return what is sent, for the report of a failure */
    @Override
    String toString();
}
