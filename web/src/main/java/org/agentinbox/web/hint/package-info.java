/**
 * Hints: what people's open pages are told at once, and could do without. A hint says who is to get it ({@link
 * org.agentinbox.web.hint.Audience}) and what ({@link org.agentinbox.web.hint.Hint}), as data alone, so that it can be handed to any node.
 *
 * <p>Facts of the domain are the CDI events of the features: they cause mail, activities, web push and hints. A lost fact would be a
 * defect;
 * a lost hint costs time only, since clients ask for what they lack (ADR 25, {@code ear/src/docs/adr}).
 *
 * <p>Events: none. {@code web.conversation} makes hints of facts and delivers those of this node to its sockets; between the two stands
 * {@link org.agentinbox.web.hint.HintBus}.
 */
package org.agentinbox.web.hint;
