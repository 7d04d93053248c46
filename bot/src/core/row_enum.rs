//! Enums that rows keep by name.

/// Declares an enum without fields, with the name that rows and logs have for each variant.
macro_rules! row_enum {
    ($(#[$attribute:meta])* $vis:vis $name:ident { $($(#[$variant_attribute:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        $vis enum $name {
            $($(#[$variant_attribute])* $variant,)+
        }

        impl $name {
            /// All of them, for tables and tests.
            $vis const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in rows and logs.
            #[must_use]
            $vis const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let name = value.as_str()?;
                Self::ALL.iter().copied().find(|one| one.as_str() == name).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}

pub(super) use row_enum;
