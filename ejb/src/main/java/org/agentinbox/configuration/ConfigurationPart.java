package org.agentinbox.configuration;

/** What a feature brings to the configuration. Called in a transaction. */
public interface ConfigurationPart {

    /** @return its place in the document */
    Section section();

    /** Keeps everybody else from changing it until the transaction ends. */
    void lock();

    /**
     * @param references who and what the document can name
     * @return the part, for one reading or one replacement
     */
    OpenPart<?> open(References references);
}
