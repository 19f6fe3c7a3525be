/**
 * What pages, sockets, REST and the widget share: headers, texts, JSON frames, sending without blocking, scripts put together. No rules
 * of the product.
 */
package org.agentinbox.web.platform;
