/**
 * The page on which administrators of privacy see what is kept and what was removed, and export and erase the data of a person or visitor.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link PrivacyPage}, {@link SubjectRow}, {@link PrivacyResource}.
 */
package org.agentinbox.web.retention;
