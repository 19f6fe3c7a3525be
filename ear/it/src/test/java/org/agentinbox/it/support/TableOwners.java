package org.agentinbox.it.support;

import java.lang.reflect.Constructor;
import java.util.List;

import org.agentinbox.platform.TableOwner;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Finds all owners of tables, as the container does. */
public final class TableOwners {

    private TableOwners() {}

    /** @return one instance of each class */
    public static List<TableOwner> all() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.agentinbox").stream()
            .filter(c -> c.isAssignableTo(TableOwner.class) && !c.isInterface()).map(c -> instance(c.reflect())).toList();
    }

    private static TableOwner instance(Class<?> owner) {
        try {
            Constructor<?> constructor = owner.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (TableOwner) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
