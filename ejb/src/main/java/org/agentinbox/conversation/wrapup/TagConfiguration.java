package org.agentinbox.conversation.wrapup;

import jakarta.enterprise.context.ApplicationScoped;

/** The list of tags in the configuration. */
@ApplicationScoped
class TagConfiguration extends ListConfiguration {

    @Override
    ChoiceKind kind() {
        return ChoiceKind.TAG;
    }
}
