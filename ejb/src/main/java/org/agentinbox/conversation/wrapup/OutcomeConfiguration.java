package org.agentinbox.conversation.wrapup;

import jakarta.enterprise.context.ApplicationScoped;

/** The list of outcomes in the configuration. */
@ApplicationScoped
class OutcomeConfiguration extends ListConfiguration {

    @Override
    ChoiceKind kind() {
        return ChoiceKind.OUTCOME;
    }
}
