package org.fingerpost.problems;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource whose JSON bodies may be longer than others', and are held in memory all the same. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LongBody {
    /** How many bytes a body may have. */
    int value();
}
