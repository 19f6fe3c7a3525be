/**
 * Hints: what open pages are told at once, although they would also get it later. A hint consists of its recipients
 * ({@link org.agentinbox.web.hint.Audience}) and its content ({@link org.agentinbox.web.hint.Hint}), as data, so that it can be sent to any
 * node.
 *
 * <p>Facts are the CDI events of the features: they cause emails, activities, Web Push and hints. Losing a fact would be a defect; losing a
 * hint only costs time, since clients ask for what they lack (ADR 25, {@code ear/src/docs/adr}).
 *
 * <p>Events: none. {@code web.conversation} makes hints of facts and gives them to {@link org.agentinbox.web.hint.HintBus}, which
 * {@code web.cluster} is; that gives them to {@link org.agentinbox.web.hint.HintReceiver} on each node, where {@code web.conversation}
 * delivers them to its sockets.
 */
package org.agentinbox.web.hint;
