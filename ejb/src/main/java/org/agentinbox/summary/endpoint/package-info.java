/**
 * Summaries by an OpenAI-compatible endpoint, where the settings name one.
 *
 * <p>Invariants: no transaction is open while the endpoint is asked; what people wrote is data to it and gives no orders; of its answer
 * counts only what names messages that it was told; neither the key nor what was asked or answered is logged; where it keeps failing it is
 * left alone for a while. Whatever happens here, the built-in summary is there.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Endpoint}, {@link EndpointSummariser}, {@link EndpointPrompt}, {@link EndpointAnswer},
 * {@link EndpointClient}, {@link EndpointHttp}; then {@link Redaction}.
 */
package org.agentinbox.summary.endpoint;
