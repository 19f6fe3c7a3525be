package org.agentinbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.agentinbox.SqlTables.Use;
import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * Each table has one owner, who alone writes it; only features above the owner ({@link FeatureOrder}) read it (ADR 20). Looked through are
 * all texts in compiled classes, with the functions and views of the database that they use, and the foreign keys and triggers of the
 * migrations. What else is done is listed in {@link TableExemptions}.
 */
class TableOwnershipTest {

    private static Migrations migrations;
    private static JavaClasses classes;
    /** The feature that owns each table. */
    private static Map<String, String> owners;

    @BeforeAll
    static void read() {
        migrations = new Migrations();
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.agentinbox");
        owners = new TreeMap<>();
        for (TableOwner owner : TableOwners.among(classes)) {
            for (OwnedTable table : owner.tables()) {
                owners.merge(table.name(), FeatureOrder.feature(owner.getClass().getPackageName()).orElseThrow(), (one, other) -> one
                    + " and " + other);
            }
        }
    }

    @Test
    void eachTableHasOneOwner() {
        assertAll(
            () -> assertEquals(List.of(), without(migrations.tables, owners.keySet()),
                "nobody's: name them in the TableOwner of their package"),
            () -> assertEquals(List.of(), without(owners.keySet(), migrations.tables), "owned, but made by no migration"),
            () -> assertEquals(List.of(), owners.values().stream().filter(owner -> owner.contains(" and ")).toList(), "owned twice"));
    }

    private static List<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    @Test
    void entitiesLieInTablesOfTheirPackage() {
        entities().forEach((entity, tables) -> tables.forEach(table -> assertEquals(FeatureOrder.feature(entity.getPackageName())
            .orElseThrow(),
            owners.get(table), table + ", in which " + entity.getName() + " lies")));
    }

    @Test
    void onlyTheOwnerWritesAndOnlyWhoIsAboveReads() throws IOException {
        Set<String> found = new TreeSet<>();
        SqlTables sql = sql();
        for (JavaClass javaClass : classes) {
            for (String text : StringConstants.of(javaClass.getSource().orElseThrow().getUri())) {
                found.addAll(violations(javaClass.getPackageName(), outermost(javaClass), sql.in(text)));
            }
        }
        Map<String, Set<Use>> functions = functions();
        owners.forEach((table, feature) -> {
            Set<Use> uses = new HashSet<>();
            migrations.references.getOrDefault(table, Set.of()).forEach(other -> uses.add(new Use(other, false)));
            migrations.triggers.getOrDefault(table, Set.of()).forEach(function -> uses.addAll(functions.get(function)));
            found.addAll(violations(FeatureOrder.ROOT + feature, "table " + table, uses));
        });
        Set<String> exempted = TableExemptions.all().keySet();
        assertAll(
            () -> assertEquals(List.of(), without(found, exempted),
                "against the order of the features: ask the owner of the table, or let it ask an interface of yours"),
            () -> assertEquals(List.of(), without(exempted, found), "exempted, but not done any more"));
    }

    private static String outermost(JavaClass javaClass) {
        String name = javaClass.getName().substring(FeatureOrder.ROOT.length());
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static List<String> violations(String packageName, String user, Set<Use> uses) {
        String feature = FeatureOrder.feature(packageName).orElseThrow();
        return uses.stream().filter(use -> use.table().equals(SqlTables.ANY) || !isAllowed(feature, use)).map(use -> user + " " + use)
            .toList();
    }

    private static boolean isAllowed(String feature, Use use) {
        String owner = owners.getOrDefault(use.table(), "");
        return use.isWrite() ? owner.equals(feature) : FeatureOrder.mayUse(feature, owner);
    }

    private static SqlTables sql() {
        return new SqlTables(names(), functions());
    }

    /** What statements may call a table. Views are not among them: who reads a view reads what it reads. */
    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(migrations.partitions);
        migrations.tables.forEach(table -> names.put(table, table));
        entities().forEach((entity, tables) -> names.put(entity.getSimpleName().toLowerCase(Locale.ROOT), tables.get(0)));
        migrations.views.forEach((view, statement) -> new SqlTables(names, Map.of()).in(statement).forEach(use -> names.put(view,
            use.table())));
        return names;
    }

    /** What each function does, also by those that it calls. */
    private static Map<String, Set<Use>> functions() {
        Map<String, Set<Use>> functions = new HashMap<>();
        for (boolean more = true; more;) {
            more = false;
            SqlTables sql = new SqlTables(names(), Map.copyOf(functions));
            for (Map.Entry<String, String> function : migrations.functions.entrySet()) {
                Set<Use> uses = sql.in(function.getValue());
                more |= !uses.equals(functions.put(function.getKey(), uses));
            }
        }
        return functions;
    }

    /** The tables of each entity, its own first. */
    private static Map<JavaClass, List<String>> entities() {
        return classes.stream().filter(c -> c.isAnnotatedWith(Entity.class)).collect(Collectors.toMap(c -> c, entity -> {
            List<String> tables = new ArrayList<>();
            tables.add(entity.tryGetAnnotationOfType(Table.class).map(Table::name)
                .orElseGet(() -> entity.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT)));
            entity.getFields().forEach(field -> field.tryGetAnnotationOfType(CollectionTable.class)
                .ifPresent(table -> tables.add(table.name())));
            return tables;
        }));
    }
}
