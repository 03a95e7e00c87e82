import type { Component } from 'svelte';
import { m } from '../../i18n';
import AppearanceSection from './AppearanceSection.svelte';
import DataSection from './DataSection.svelte';
import FailedSection from './FailedSection.svelte';
import FoldersSection from './FoldersSection.svelte';
import HandsSection from './HandsSection.svelte';
import ModelsSection from './ModelsSection.svelte';
import ProfilesSection from '../profiles/ProfilesSection.svelte';
import PrivacySection from './PrivacySection.svelte';
import QualitySection from './QualitySection.svelte';
import StylesSection from './StylesSection.svelte';

export interface Section {
  id: string;
  title: () => string;
  /** Words a search may find it by, besides its title. */
  words: () => string;
  Content: Component;
}

export const SECTIONS: readonly Section[] = [
  {
    id: 'folders',
    title: m.settings_folders,
    words: m.settings_folders_words,
    Content: FoldersSection,
  },
  {
    id: 'failed',
    title: m.settings_failed,
    words: m.settings_failed_words,
    Content: FailedSection,
  },
  {
    id: 'appearance',
    title: m.settings_appearance,
    words: m.settings_appearance_words,
    Content: AppearanceSection,
  },
  {
    id: 'styles',
    title: m.settings_styles,
    words: m.settings_styles_words,
    Content: StylesSection,
  },
  {
    id: 'hands',
    title: m.hands_title,
    words: m.hands_words,
    Content: HandsSection,
  },
  {
    id: 'profiles',
    title: m.profiles_title,
    words: m.profiles_words,
    Content: ProfilesSection,
  },
  {
    id: 'quality',
    title: m.quality_title,
    words: m.quality_words,
    Content: QualitySection,
  },
  {
    id: 'models',
    title: m.settings_models,
    words: m.settings_models_words,
    Content: ModelsSection,
  },
  { id: 'data', title: m.settings_data, words: m.settings_data_words, Content: DataSection },
  {
    id: 'privacy',
    title: m.settings_privacy,
    words: m.settings_privacy_words,
    Content: PrivacySection,
  },
];
