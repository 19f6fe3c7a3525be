package org.agentinbox.platform.list;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Brings a list to what a file says: adds what is new, changes what is other than before, leaves the rest. All of the file, or
 * nothing where anything in it is wrong.
 *
 * @param <R> a line of the file
 * @param <E> what the list is made of
 */
public final class ListImport<R, E> {

    private final ListFile<R> file;
    private final Map<Object, E> stored;

    /**
     * @param file as read
     * @param stored the list as it is; nobody else may change it meanwhile
     * @param key of what is stored, as the file's format tells that of a line
     */
    public ListImport(ListFile<R> file, Collection<E> stored, Function<E, Object> key) {
        this.file = file;
        this.stored = stored.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /** @return what is stored under a line's key, or null */
    public E stored(R row) {
        return stored.get(file.key(row));
    }

    /**
     * Refuses the file where the list, or a part of it, would be too long.
     *
     * @param most how many there may be
     * @param rows which lines count
     * @param entities which of those stored count
     */
    public void limit(int most, Predicate<R> rows, Predicate<E> entities) {
        long fresh = file.rows().stream().filter(rows).filter(row -> stored(row) == null).count();
        if (fresh > 0 && stored.values().stream().filter(entities).count() + fresh > most) {
            file.problem(0, ListFile.Wrong.TOO_MANY);
        }
    }

    /**
     * @param same whether a line says what is stored
     * @param add stores a line
     * @param change changes what is stored to what a line says
     * @return what was done, or what is wrong
     */
    public ImportReport store(BiPredicate<R, E> same, Consumer<R> add, BiConsumer<R, E> change) {
        if (!file.problems().isEmpty()) {
            return ImportReport.refused(file.problems());
        }
        List<R> fresh = file.rows().stream().filter(row -> stored(row) == null).toList();
        List<R> other = file.rows().stream().filter(row -> stored(row) != null && !same.test(row, stored(row))).toList();
        fresh.forEach(add);
        other.forEach(row -> change.accept(row, stored(row)));
        return new ImportReport(fresh.size(), other.size(), file.rows().size() - fresh.size() - other.size(), List.of());
    }
}
