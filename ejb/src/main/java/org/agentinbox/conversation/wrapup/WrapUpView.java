package org.agentinbox.conversation.wrapup;

import java.time.Instant;
import java.util.List;

import org.agentinbox.account.Person;

/**
 * What a chat was given after its end.
 *
 * @param outcome how it came out, or null; may be retired or removed meanwhile
 * @param tags in the order of their list, removed ones last
 * @param by who changed it last
 * @param at when
 */
public record WrapUpView(ChoiceView outcome, List<ChoiceView> tags, Person by, Instant at) {}
