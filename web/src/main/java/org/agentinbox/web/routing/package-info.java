/**
 * Why requests went where they went, as a page for administrators and over REST for programs.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link RequestsPage}, {@link StoryLine}, {@link RequestsResource}, {@link RoutingPreviewResource}.
 */
package org.agentinbox.web.routing;
