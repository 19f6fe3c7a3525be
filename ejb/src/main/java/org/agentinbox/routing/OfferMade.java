package org.agentinbox.routing;

/** A chat is offered to an agent, or more is known of one that is. */
public record OfferMade(OfferView offer) {}
