package org.agentinbox.conversation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** A data source with a single connection that records which statements were prepared on it. */
final class RecordingDataSource implements AutoCloseable {

    private final List<String> prepared = new ArrayList<>();
    private final Connection connection;

    RecordingDataSource(String url, String user) throws SQLException {
        connection = DriverManager.getConnection(url, user, "");
    }

    List<String> prepared() {
        return prepared;
    }

    Connection getConnection() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                prepared.add((String) arguments[0]);
            }
            try {
                return method.getName().equals("close") ? null : method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** @return a data source like a pool: closing a connection only gives it back */
    DataSource asDataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return getConnection();
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
