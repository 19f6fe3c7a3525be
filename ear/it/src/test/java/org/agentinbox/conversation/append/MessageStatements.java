package org.agentinbox.conversation.append;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

/** The statements that append messages, for tests of conversations, because the class that has them is not public. */
public final class MessageStatements {

    public static final String APPEND = MessageRepository.APPEND;
    public static final String APPEND_NEXT = MessageRepository.APPEND_NEXT;
    public static final String APPEND_EACH = MessageRepository.APPEND_EACH;
    public static final String APPEND_CAREFULLY = MessageRepository.APPEND_CAREFULLY;

    private final MessageRepository repository;

    /** @param dataSource whose connections commit after each statement */
    public MessageStatements(DataSource dataSource) {
        repository = new MessageRepository(dataSource);
    }

    /** @return the result of each, see {@link MessageRepository#insert} */
    public List<AppendResult> insert(List<Draft> drafts) throws SQLException {
        return repository.insert(drafts);
    }
}
