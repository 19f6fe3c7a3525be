/**
 * Bad input, made from {@code asyncapi.yaml} and {@code openapi.yaml} with mistakes in it, the same for the same seed. Begin with
 * {@code BadInputIT}.
 */
package org.agentinbox.it.fuzz;
