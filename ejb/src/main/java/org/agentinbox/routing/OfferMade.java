package org.agentinbox.routing;

/** A chat is offered to an agent, or an offer that was made has changed its content. */
public record OfferMade(OfferView offer) {}
