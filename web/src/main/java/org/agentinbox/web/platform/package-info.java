/**
 * What pages, sockets and REST share: headers, texts, JSON frames, sending without blocking. No rules of the product.
 */
package org.agentinbox.web.platform;
